in vec3 vColour;
in vec2 vPixel;
out vec4 oColour;

void main() {
    // Half a step of noise, the same in every frame, hides the bands of an 8-bit gradient
    // (interleaved gradient noise: Jimenez 2014, "Next generation post processing in Call of Duty").
    float noise = fract(52.9829189 * fract(dot(floor(vPixel), vec2(0.06711056, 0.00583715))));
    oColour = vec4(vColour + (noise - 0.5) / 255.0, 1.0);
}
