"""A story time read as positions: how far things have risen, fallen, filled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from convviz.scene.timeline import FOLDING, ON_STAGE, WHOLE, Beat, Phase, Storyboard

# Shares of the lift: the camera makes room above the stage, what is read and the filter rise
# there, all rest, then the camera turns with them onto the bench.
ROOM, UP, TURN, SPREAD = (0.05, 0.34), (0.14, 0.46), (0.52, 0.92), (0.56, 0.94)
# Shares of the landing: the same ways back, the value goes with the camera to before its cell.
TURN_BACK, UP_BACK, ROOM_BACK, SPREAD_BACK = (0.0, 0.42), (0.3, 0.58), (0.36, 0.6), (0.0, 0.38)
BACK = 0.6  # share of the landing beat after which the camera is back
FLIGHT = (0.6, 0.9)  # shares of it between which the value goes into its cell
# Of the turn: the stage steps back, and stays as a ghost until the camera is close.
FADING, GHOST, GOING = (0.0, 0.14), 0.27, (0.6, 0.95)
JOINING = (0.06, 0.78)  # of its beat: a volume's way to its place
GRID, GRID_BACK = (0.02, 0.31), (0.0, 0.66)  # of their beats: the first channel's products


def ease(u: float, start: float = 0.0, end: float = 1.0) -> float:
    """Smooth 0..1 ramp (quintic, at rest at both ends) of `u` between `start` and `end`."""
    v = min(1.0, max(0.0, (u - start) / (end - start)))
    return v * v * v * (v * (v * 6.0 - 15.0) + 10.0)


@dataclass(frozen=True)
class AnimationState:
    """What has happened at one story time.

    Attributes
    ----------
    beat : Beat
    progress : float
        Share of the beat that is over.
    started : bool
    glass : float
        0..1, how far the rows in front of the column have turned to glass.
    room : float
        0..1, how far the camera has made room above the stage.
    up, turn : float
        0..1, how far column and filter are above the stage, and from there on the bench.
    spread : float
        0..1, how far its channels have left the depth that they have on the stage.
    fold : float
        0..1, how far the opened rows of the bench have folded until all channels are in view.
    grid : float
        0..1, how far the first channel's cells are out, side by side, for their products.
    multiplied : float
        0..1, how many of those products have been made.
    blank : float
        0..1, how far cells to come have faded.
    summed : float
        Channels summed; the fraction belongs to the running one.
    biased, activated, landed : float
        0..1.
    filter : int
        Filter whose map fills, or of the active cell.
    position : int
        Output position (row * W + column) being computed in the map beats, else -1.
    filled : int
        Flat output index below which cells are done.
    made, totalled, divided : float
        0..1, of a cell that is no sum of products; 1 where the story has no such beat.
    joined : float
        0..1, how far the volume in hand is on its way to its place behind the others.
    looked : int
        The position that is outlined and told: `position`, or up to a pace before it.
    playing : bool
        At rest, the channel just done is the one that is looked at.
    """

    beat: Beat
    progress: float
    started: bool
    glass: float
    room: float
    up: float
    turn: float
    spread: float
    fold: float
    grid: float
    multiplied: float
    blank: float
    summed: float
    biased: float
    activated: float
    landed: float
    filter: int
    position: int
    filled: int
    playing: bool
    looked: int = -1
    made: float = 1.0
    totalled: float = 1.0
    divided: float = 1.0
    joined: float = 1.0

    @property
    def rise(self) -> float:
        """0..1, how far column and filter are on the bench; half of it is above the stage."""
        return (self.up + self.turn) / 2.0

    @property
    def away(self) -> float:
        """0..1, how far the stage has faded because the bench is what is looked at."""
        if not self.started:
            return 0.0
        return (1.0 - GHOST) * ease(self.turn, *FADING) + GHOST * ease(self.turn, *GOING)


def animation_at(
    story: Storyboard, time: float, playing: bool = True, pace: float = 0.0
) -> AnimationState:
    """What has happened at `time`; the same time gives the same moment, however it was reached.

    At rest (not `playing`) the end of a beat still belongs to it: a step is looked at when it is
    over. `pace`: story seconds from one position that is outlined and told to the next.
    """
    time = min(max(time, 0.0), story.duration)
    beat = story.beats[story.shown_at(time, playing)]
    p = beat.progress(time)
    mapping, joining = beat.phase in (Phase.MAP, Phase.FILTER), beat.phase is Phase.JOIN
    filter = beat.first if mapping else story.filter
    reached = int(p * story.positions + WHOLE) if mapping else 0
    position = min(reached, story.positions - 1) if mapping else -1
    filled = filter * story.positions + reached
    if joining:
        filled = (beat.last + 1 if p >= JOINING[1] else beat.first) * story.positions
    return AnimationState(
        beat=beat,
        progress=p,
        started=time > 0.0,
        glass=_glass(beat.phase, p),
        room=_way(beat.phase, p, ROOM, ROOM_BACK),
        up=_way(beat.phase, p, UP, UP_BACK),
        turn=_way(beat.phase, p, TURN, TURN_BACK),
        spread=_way(beat.phase, p, SPREAD, SPREAD_BACK),
        fold=_fold(story, time),
        grid=_grid(story, beat, p),
        multiplied=_told(story, Phase.PRODUCTS, time),
        blank=ease(p, 0.0, 0.24) if beat.phase is Phase.LIFT else 1.0,
        summed=story.summed_at(time),
        biased=_share(story, Phase.BIAS, time, Phase.ACTIVATION),
        activated=_share(story, Phase.ACTIVATION, time, Phase.LAND),
        landed=ease(_share(story, Phase.LAND, time, Phase.MAP), *FLIGHT),
        filter=filter,
        position=position,
        filled=filled,
        playing=playing,
        looked=_looked(story, beat, time, pace) if mapping and playing and pace else position,
        made=_told(story, Phase.MAKE, time),
        totalled=_told(story, Phase.TOTAL, time),
        divided=_told(story, Phase.DIVIDE, time),
        joined=ease(p, *JOINING) if joining else 1.0,
    )


def _looked(story: Storyboard, beat: Beat, time: float, pace: float) -> int:
    """The last position at which a pace was over."""
    p = beat.progress(beat.start + max((time - beat.start) // pace * pace, 0.0))
    return min(int(p * story.positions + WHOLE), story.positions - 1)


CUT = 0.4  # share of a flight's beat after which its end is shown, where nothing may fly


def without_flights(story: Storyboard, now: AnimationState) -> AnimationState:
    """The moment for those whom motion makes ill: cuts in the place of flights.

    A lift or a landing shows its start and then its end, rows fold at once; what is computed
    when, and what is seen when a step is over, stay as they are.
    """
    beat = now.beat
    if not now.started:
        return now
    if beat.phase not in (Phase.LIFT, Phase.LAND, Phase.JOIN):
        return replace(now, fold=float(now.fold >= 1.0), grid=float(now.grid >= 0.5))
    if now.progress < CUT:
        return replace(animation_at(story, beat.start + WHOLE), playing=now.playing)
    return replace(animation_at(story, beat.end, playing=False), playing=now.playing)


def _told(story: Storyboard, phase: Phase, time: float) -> float:
    beat = story.first_of(phase)
    return 1.0 if beat is None else beat.progress(time)


def _fold(story: Storyboard, time: float) -> float:
    beat = story.first_of(Phase.CHANNELS)
    return 0.0 if beat is None else ease(beat.progress(time), 0.0, FOLDING)


def _way(phase: Phase, p: float, there: tuple[float, float], back: tuple[float, float]) -> float:
    """0..1 of a way that the lift goes and the landing comes back."""
    if phase is Phase.LIFT:
        return ease(p, *there)
    if phase is Phase.LAND:
        return 1.0 - ease(p, *back)
    return 0.0 if phase in ON_STAGE else 1.0


def _grid(story: Storyboard, beat: Beat, p: float) -> float:
    if beat.phase is Phase.PRODUCTS:
        return ease(p, *GRID)
    after = beat.phase is Phase.CHANNEL and beat.first == 0
    return 1.0 - ease(p, *GRID_BACK) if after and story.first_of(Phase.PRODUCTS) else 0.0


def _glass(phase: Phase, p: float) -> float:
    if phase is Phase.LIFT:
        return ease(p, 0.0, 0.18)
    if phase is Phase.LAND:
        return 1.0 - ease(p, 0.62, 0.96)
    return 0.0 if phase in ON_STAGE else 1.0


def _share(story: Storyboard, phase: Phase, time: float, after: Phase) -> float:
    beat = story.first_of(phase)
    if beat is not None:
        return beat.progress(time)
    later = story.first_of(after) or story.first_of(Phase.LAND)
    return 1.0 if later is not None and time >= later.start else 0.0
