// The twelve edges of a box, six vertices each; only those seen, or only those behind it.
uniform bool uBehind;

void main() {
    Box box = read_box();
    int edge = gl_VertexID / 6;
    int corner = gl_VertexID - edge * 6;
    int axis = edge / 4;
    int p = axis == 0 ? 1 : 0;
    int q = axis == 2 ? 1 : 2;
    float side_p = (edge & 1) == 0 ? -1.0 : 1.0;
    float side_q = (edge & 2) == 0 ? -1.0 : 1.0;
    vec3 towards = facing(box);
    bool seen = towards[p] == side_p || towards[q] == side_q;
    if (seen == uBehind) {
        hide_line();
        return;
    }
    vec3 start = box.low;
    if (side_p > 0.0) start[p] += box.size[p];
    if (side_q > 0.0) start[q] += box.size[q];
    vec3 end = start;
    end[axis] += box.size[axis];
    vLook = vec2(box.tone, 1.0);
    draw_line(uClip * vec4(start, 1.0), uClip * vec4(end, 1.0), corner);
}
