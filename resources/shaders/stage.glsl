// The stage's background: a faint vertical gradient, towards which things step back. It is worked
// out at the vertices, because software OpenGL pays dearly for gl_FragCoord.
uniform vec3 uTop;
uniform vec3 uBottom;

vec3 stage_colour(vec4 place) {
    return mix(uBottom, uTop, clamp(place.y / max(place.w, 1e-6), -1.0, 1.0) * 0.5 + 0.5);
}
