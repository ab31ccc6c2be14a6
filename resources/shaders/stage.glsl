// The stage's background: a faint vertical gradient, towards which things step back.
uniform vec3 uTop;
uniform vec3 uBottom;
uniform float uHeight;  // device pixels

vec3 stage_colour() {
    return mix(uBottom, uTop, gl_FragCoord.y / uHeight);
}
