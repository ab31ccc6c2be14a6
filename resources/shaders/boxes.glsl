// Boxes come as four texels each: (low, tone), (size, opacity), (first, offset), (count, -).
uniform samplerBuffer uRecords;
uniform int uFirst;     // the box that instance 0 draws
uniform mat4 uClip;
uniform vec4 uEye;      // w = 1: where the eye is; w = 0: the direction towards it

struct Box {
    vec3 low, size;
    float tone, opacity;
    ivec3 first, count;
    int offset;
};

Box read_box() {
    int at = (uFirst + gl_InstanceID) * 4;
    vec4 a = texelFetch(uRecords, at);
    vec4 b = texelFetch(uRecords, at + 1);
    vec4 c = texelFetch(uRecords, at + 2);
    vec4 d = texelFetch(uRecords, at + 3);
    return Box(a.xyz, b.xyz, a.w, b.w, ivec3(c.xyz), ivec3(d.xyz), int(c.w));
}

// Which face of each axis looks at the eye: -1 the low one, 1 the high one, 0 neither.
vec3 facing(Box box) {
    if (uEye.w < 0.5) return sign(uEye.xyz);
    return step(box.low + box.size, uEye.xyz) - step(uEye.xyz, box.low);
}
