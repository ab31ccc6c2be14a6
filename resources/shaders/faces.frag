// The cells of a face.
//   CELLS    colours come from a texture, else all cells have one colour
//   SHEET    in rows and columns
//   MEANS    a texel holds the mean of several cells
//   PARTIAL  some cells do not show their value
//   FAR      they may be much smaller than a pixel both ways
//   HATCH    a diagonal in each cell
flat in ivec3 vIndex;
flat in vec4 vCells;
in vec3 vCell;
in vec4 vBehind;
out vec4 oColour;

uniform vec3 uFlat;        // colour of cells without a value
uniform vec3 uLine;        // colour of the lines between cells
uniform float uGrid;       // their strength
uniform float uLineWidth;  // device pixels
uniform vec2 uFade;        // strength of lines = pixels per cell * x + y, from 0 to 1

vec2 nearest_corner(vec2 cell) {
    return clamp(floor(cell + 0.5), vec2(1.0), max(vCells.xy - 1.0, vec2(1.0)));
}

#ifdef CELLS
#ifdef SHEET
uniform sampler2D uCells;  // one texel per cell, row by row
uniform int uMask;         // width of the texture - 1
uniform int uShift;        // log2 of its width
#else
uniform samplerBuffer uCells;
#endif

#ifdef PARTIAL
uniform int uUntil;        // cells below this index show their value,
uniform int uAlso;         // and this one
uniform float uBlank;      // how far the others have faded
uniform vec3 uHollow;      // colour of the lines around these

bool is_shown(int index) {
    return index < uUntil || index == uAlso;
}
#endif

vec3 cell_colour(int index) {
#ifdef SHEET
    vec3 colour = texelFetch(uCells, ivec2(index & uMask, index >> uShift), 0).rgb;
#else
    vec3 colour = texelFetch(uCells, index).rgb;
#endif
#ifdef PARTIAL
    colour = mix(colour, uFlat, is_shown(index) ? 0.0 : uBlank);
#endif
    return colour;
}

// Mean colour of a pixel at `cell`: exact while at most two texels meet along each axis, so that
// nothing shimmers. `pixels` per cell.
vec3 mean_colour(vec2 cell, vec2 pixels) {
    // A pixel has a share of the texels on either side of the nearest corner of four.
#ifdef MEANS
    cell -= vCells.zw;
#endif
    vec2 corner = nearest_corner(cell);
    vec2 share = clamp((cell - corner) * pixels + 0.5, 0.0, 1.0);
    ivec2 at = ivec2(corner) - 1;
    int a = vIndex.x + at.x * vIndex.y + at.y * vIndex.z;
    int b = a + vIndex.z;
    return mix(mix(cell_colour(a), cell_colour(a + vIndex.y), share.x),
               mix(cell_colour(b), cell_colour(b + vIndex.y), share.x), share.y);
}

vec3 face_colour(vec2 pixels) {
#ifdef FAR
    vec2 parts = clamp(ceil(1.0 / pixels), 1.0, 8.0);
    vec2 step_size = 1.0 / (pixels * parts);
    vec2 start = vCell.xy - 0.5 * (parts - 1.0) * step_size;
    vec3 sum = vec3(0.0);
    for (float y = 0.0; y < parts.y; y++) {
        for (float x = 0.0; x < parts.x; x++) {
            sum += mean_colour(start + vec2(x, y) * step_size, pixels * parts);
        }
    }
    return sum / (parts.x * parts.y);
#else
    return mean_colour(vCell.xy, pixels);
#endif
}
#else
vec3 face_colour(vec2 pixels) {
    return uFlat;
}
#endif

#ifdef HATCH
uniform vec3 uHatch;       // colour of the diagonals
#endif

void main() {
    vec2 across = dFdx(vCell.xy);
    vec2 down = dFdy(vCell.xy);
    // Pixels per cell; the length of the gradient to 8 %, without a square root.
    vec2 longer = max(abs(across), abs(down));
    vec2 shorter = min(abs(across), abs(down));
    vec2 pixels = 1.0 / (longer + 0.4 * shorter);
    vec3 colour = face_colour(pixels);

    vec2 strength = clamp(pixels * uFade.x + uFade.y, 0.0, 1.0);
#ifdef HATCH
    float slant = vCell.x + vCell.y;
    float apart = abs(fract(slant) - 0.5) * inversesqrt(dot(across + down, across + down));
    float hatch = clamp(uLineWidth * 0.5 + 0.5 - apart, 0.0, 1.0) * min(strength.x, strength.y);
    colour = mix(colour, uHatch, hatch * 0.34);
#endif
    // Between cells only: the outline of the box is not theirs.
    vec2 gap = abs(vCell.xy - nearest_corner(vCell.xy)) * pixels;
    vec2 cover = clamp(uLineWidth * 0.5 + 0.5 - gap, 0.0, 1.0) * strength;
    vec3 line = uLine;
    float drawn = max(cover.x, cover.y) * uGrid;
#ifdef PARTIAL
    ivec2 here = ivec2(clamp(vCell.xy, vec2(0.0), vCells.xy - 0.5));
    if (!is_shown(vIndex.x + here.x * vIndex.y + here.y * vIndex.z)) {
        line = mix(line, uHollow, uBlank);
        drawn = mix(drawn, max(cover.x, cover.y), uBlank);
    }
#endif
    colour = mix(colour, line, drawn);
    oColour = vec4(colour * vCell.z + vBehind.rgb, vBehind.a);
}
