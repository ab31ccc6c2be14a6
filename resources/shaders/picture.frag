in vec2 vAt;
out vec4 oColour;

uniform sampler2D uPicture;   // premultiplied
uniform float uAlpha;

void main() {
    oColour = texture(uPicture, vAt) * uAlpha;
}
