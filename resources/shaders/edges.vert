// The nine edges of a box that may be seen, or the three behind it, six vertices each.
uniform bool uBehind;

vec2 pixel_of(vec4 clip) {
    return clip.xy / max(clip.w, 1e-4) * 0.5 * uViewport;
}

// How wide a face shows beside an edge, in pixels: from the edge to its opposite one.
float face_width(vec2 start, vec2 along, vec4 opposite) {
    vec2 across = pixel_of(opposite) - start;
    return abs(across.x * along.y - across.y * along.x);
}

void main() {
    Box box = read_box();
    int edge = gl_VertexID / 6;
    int corner = gl_VertexID - edge * 6;
    int axis = uBehind ? edge : edge / 3;
    int which = uBehind ? 3 : edge - axis * 3;   // on both, one or the other, none of two faces
    int p = axis == 0 ? 1 : 0;
    int q = axis == 2 ? 1 : 2;
    vec3 towards = facing(box);
    float side_p = (towards[p] < 0.0 ? -1.0 : 1.0) * ((which & 1) == 0 ? 1.0 : -1.0);
    float side_q = (towards[q] < 0.0 ? -1.0 : 1.0) * ((which & 2) == 0 ? 1.0 : -1.0);
    bool seen_p = towards[p] == side_p;
    bool seen_q = towards[q] == side_q;
    if ((seen_p || seen_q) == uBehind) {
        hide_line();
        return;
    }
    vec3 start = box.low;
    if (side_p > 0.0) start[p] += box.size[p];
    if (side_q > 0.0) start[q] += box.size[q];
    vec3 end = start;
    end[axis] += box.size[axis];
    vec4 from = uClip * vec4(start, 1.0);
    vec4 to = uClip * vec4(end, 1.0);

    float strength = 1.0;
    if (seen_p && seen_q) {
        // An edge within the outline must not drown the cells of a thin box.
        vec2 a = pixel_of(from);
        vec2 along = normalize(pixel_of(to) - a + vec2(1e-5, 0.0));
        vec3 over_p = start;
        vec3 over_q = start;
        over_p[p] -= side_p * box.size[p];
        over_q[q] -= side_q * box.size[q];
        float narrow = min(face_width(a, along, uClip * vec4(over_p, 1.0)),
                           face_width(a, along, uClip * vec4(over_q, 1.0)));
        strength = clamp((narrow - 2.0 * uWidth) / (8.0 * uWidth), 0.0, 1.0);
    }
    vLook = vec2(box.tone, strength);
    draw_line(from, to, corner);
}
