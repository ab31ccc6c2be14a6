// A line of constant width on the screen: a rectangle around it, two triangles.
uniform vec2 uViewport;    // device pixels
uniform float uWidth;      // device pixels
uniform float uTowards;    // shift of clip z that brings the line in front of the face it lies on

out vec3 vAlong;                 // pixels along, pixels across, length in pixels
flat out vec2 vLook;             // tone, opacity
out vec3 vBehind;                // what the stage adds to a line that steps back

void hide_line() {
    vAlong = vec3(0.0);
    vLook = vec2(0.0);
    vBehind = vec3(0.0);
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}

void draw_line(vec4 a, vec4 b, int corner) {
    // What lies behind the eye is cut off before the division by w.
    float near_a = a.z + a.w - 1e-5;
    float near_b = b.z + b.w - 1e-5;
    if (near_a < 0.0 && near_b < 0.0) {
        hide_line();
        return;
    }
    if (near_a < 0.0) a = mix(a, b, near_a / (near_a - near_b));
    else if (near_b < 0.0) b = mix(b, a, near_b / (near_b - near_a));

    vec2 half_size = 0.5 * uViewport;
    vec2 from = a.xy / a.w * half_size;
    vec2 to = b.xy / b.w * half_size;
    float length_px = distance(from, to);
    vec2 along = length_px > 1e-4 ? (to - from) / length_px : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);

    bool far_end = corner == 1 || corner == 2 || corner == 4;
    bool far_side = corner == 2 || corner == 4 || corner == 5;
    float reach = 0.5 * max(uWidth, 1.0) + 0.5;
    float x = far_end ? reach : -reach;
    float y = far_side ? reach : -reach;
    // On the screen from here on (w = 1), where all of this is linear.
    vec4 end = far_end ? b : a;
    vec2 pixel = (far_end ? to : from) + along * x + across * y;
    vec4 place = vec4(pixel / half_size, max((end.z - uTowards) / end.w, -1.0), 1.0);
    vAlong = vec3(far_end ? length_px + reach : -reach, y, length_px);
    vBehind = stage_colour(place) * (1.0 - vLook.x);
    gl_Position = place;
}
