// The cells of a face. CELLS: colours from a texture, FAR: cells may be smaller than a pixel,
// HATCH: a diagonal in each cell.
flat in ivec3 vIndex;
flat in vec2 vCount;
flat in vec2 vLook;
in vec3 vCell;
out vec4 oColour;

uniform vec3 uFlat;      // colour of cells without a value
uniform vec3 uLine;      // colour of the lines between cells
uniform vec3 uHatch;     // colour of the diagonals
uniform float uGrid;     // their strength
uniform float uLineWidth;  // device pixels
uniform vec2 uFade;      // cell size in device pixels where lines begin; 1 / range to full strength

#ifdef CELLS
uniform sampler2D uCells;  // one texel per cell, row by row
uniform int uMask;         // width of the texture - 1
uniform int uShift;        // log2 of its width
uniform int uUntil;        // cells below this index show their value,
uniform int uAlso;         // and this one
uniform float uBlank;      // how far the others have faded

vec3 cell_colour(int index) {
    vec3 colour = texelFetch(uCells, ivec2(index & uMask, index >> uShift), 0).rgb;
    return (index < uUntil || index == uAlso) ? colour : mix(colour, uFlat, uBlank);
}

// Mean colour over a rectangle at most one cell wide and high: exact, so nothing shimmers.
vec3 mean_colour(vec2 low, vec2 high) {
    vec2 begin = floor(low);
    vec2 end = floor(high);
    vec2 share = clamp((high - end) / (high - low + 1e-6), 0.0, 1.0) * step(0.5, end - begin);
    ivec2 i = ivec2(begin);
    ivec2 j = ivec2(end);
    int top = vIndex.x + i.y * vIndex.z;
    int bottom = vIndex.x + j.y * vIndex.z;
    int left = i.x * vIndex.y;
    int right = j.x * vIndex.y;
    return mix(mix(cell_colour(top + left), cell_colour(top + right), share.x),
               mix(cell_colour(bottom + left), cell_colour(bottom + right), share.x), share.y);
}

vec3 face_colour(vec2 reach) {
    vec2 last = vCount - 1e-3;
#ifdef FAR
    vec2 low = clamp(vCell.xy - 0.5 * reach, vec2(0.0), last);
    vec2 high = clamp(vCell.xy + 0.5 * reach, vec2(0.0), last);
    vec2 parts = clamp(ceil(high - low), 1.0, 6.0);
    vec2 part = (high - low) / parts;
    vec3 sum = vec3(0.0);
    for (float y = 0.0; y < parts.y; y++) {
        for (float x = 0.0; x < parts.x; x++) {
            vec2 corner = low + part * vec2(x, y);
            sum += mean_colour(corner, corner + part);
        }
    }
    return sum / (parts.x * parts.y);
#else
    vec2 span = min(0.5 * reach, 0.5);
    return mean_colour(clamp(vCell.xy - span, vec2(0.0), last),
                       clamp(vCell.xy + span, vec2(0.0), last));
#endif
}
#else
vec3 face_colour(vec2 reach) {
    return uFlat;
}
#endif

void main() {
    vec2 across = dFdx(vCell.xy);
    vec2 down = dFdy(vCell.xy);
    vec2 reach = sqrt(across * across + down * down);  // cells per pixel
    vec2 pixels = 1.0 / reach;                         // pixels per cell
    vec3 colour = face_colour(reach) * vCell.z;

    vec2 fade = clamp((pixels - uFade.x) * uFade.y, 0.0, 1.0);
#ifdef HATCH
    float slant = vCell.x + vCell.y;
    float apart = abs(fract(slant) - 0.5) / length(vec2(dFdx(slant), dFdy(slant)));
    float hatch = clamp(uLineWidth * 0.5 + 0.5 - apart, 0.0, 1.0) * min(fade.x, fade.y);
    colour = mix(colour, uHatch, hatch * 0.45);
#endif
    vec2 gap = abs(vCell.xy - floor(vCell.xy + 0.5)) * pixels;
    vec2 cover = clamp(uLineWidth * 0.5 + 0.5 - gap, 0.0, 1.0) * fade;
    colour = mix(colour, uLine, max(cover.x, cover.y) * uGrid);
    oColour = vec4(mix(stage_colour(), colour, vLook.x), vLook.y);
}
