in vec3 vAlong;
flat in vec2 vLook;
in vec3 vBehind;
out vec4 oColour;

uniform vec3 uColour;
uniform float uWidth;   // device pixels
uniform float uAlpha;
uniform float uDash;    // device pixels, 0: solid

void main() {
    float beyond = max(max(-vAlong.x, vAlong.x - vAlong.z), 0.0);
    float away = sqrt(beyond * beyond + vAlong.y * vAlong.y);
    // Thinner than a pixel means fainter, not narrower.
    float cover = clamp(max(uWidth, 1.0) * 0.5 + 0.5 - away, 0.0, 1.0) * min(uWidth, 1.0);
    if (uDash > 0.0) {
        float place = mod(vAlong.x + 0.5 * uDash, 2.0 * uDash);
        cover *= clamp(0.5 * uDash + 0.5 - abs(place - 0.5 * uDash), 0.0, 1.0);
    }
    oColour = vec4(uColour * vLook.x + vBehind, cover * uAlpha * vLook.y);
}
