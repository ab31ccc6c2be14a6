// A picture at whole pixels.
uniform vec4 uPlace;      // left, top, right, bottom in device pixels from the top left
uniform vec2 uViewport;
out vec2 vAt;

void main() {
    vAt = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 place = mix(uPlace.xy, uPlace.zw, vAt) / uViewport * 2.0 - 1.0;
    gl_Position = vec4(place.x, -place.y, 0.0, 1.0);
}
