out vec4 oColour;

void main() {
    // Half a step of noise, the same in every frame, hides the bands of an 8-bit gradient.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    oColour = vec4(stage_colour() + (noise - 0.5) / 255.0, 1.0);
}
