// Lines come as two texels each: (start, -), (end, -).
uniform samplerBuffer uRecords;
uniform mat4 uClip;

void main() {
    vec4 start = vec4(texelFetch(uRecords, gl_InstanceID * 2).xyz, 1.0);
    vec4 end = vec4(texelFetch(uRecords, gl_InstanceID * 2 + 1).xyz, 1.0);
    vLook = vec2(1.0);
    draw_line(uClip * start, uClip * end, gl_VertexID);
}
