// One triangle that covers the picture, at the far end of the depth range.
uniform vec2 uViewport;              // device pixels

out vec3 vColour;
out vec2 vPixel;

void main() {
    vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    vColour = mix(uBottom, uTop, corner.y * 0.5 + 0.5);
    vPixel = (corner * 0.5 + 0.5) * uViewport;
    gl_Position = vec4(corner, 1.0, 1.0);
}
