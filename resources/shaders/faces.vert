// The faces of a box that look at the eye (at most three), six vertices each.
uniform ivec3 uStride;
uniform int uTogether;    // texels hold the mean colour of so many cells along z
uniform int uAxes;        // bit of each axis whose faces are to be drawn
uniform vec3 uShadeLow;   // shade of the low face of each axis
uniform vec3 uShadeHigh;

flat out ivec3 vIndex;             // index of the face's first cell, steps along u and v
flat out vec4 vCells;              // cells along u and v; how far texels reach beyond cells
out vec3 vCell;                    // place on the face in cells; shade times tone
out vec4 vBehind;                  // what the stage adds to a face that steps back; opacity

void main() {
    Box box = read_box();
    int axis = gl_VertexID / 6;
    int corner = gl_VertexID - axis * 6;
    float side = facing(box)[axis];
    if (side == 0.0 || (uAxes >> axis & 1) == 0) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    vec2 at = vec2(corner == 1 || corner == 2 || corner == 4,
                   corner == 2 || corner == 4 || corner == 5);
    int u = axis == 0 ? 2 : 0;
    int v = axis == 1 ? 2 : 1;

    vec3 place = box.low;
    ivec3 cell = box.first;
    if (side > 0.0) {
        place[axis] += box.size[axis];
        cell[axis] += box.count[axis] - 1;
    }
    place[u] += at.x * box.size[u];
    place[v] += at.y * box.size[v];
    gl_Position = uClip * vec4(place, 1.0);

    // With a single cell along an axis there is no neighbour to step to.
    vIndex = ivec3(box.offset + cell.x * uStride.x + cell.y * uStride.y + cell.z * uStride.z,
                   box.count[u] > 1 ? uStride[u] : 0, box.count[v] > 1 ? uStride[v] : 0);
    vec2 beyond = 0.5 * (float(uTogether) - 1.0) * vec2(u == 2, v == 2);
    vCells = vec4(box.count[u], box.count[v], beyond);
    // A soft fall-off away from the light, which comes from above and from the front.
    float shade = (side > 0.0 ? uShadeHigh[axis] : uShadeLow[axis]) * (1.02 - 0.05 * at.y);
    vCell = vec3(at * vCells.xy, shade * box.tone);
    vBehind = vec4(stage_colour(gl_Position) * (1.0 - box.tone), box.opacity);
}
