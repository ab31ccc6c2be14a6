"""A story time read as positions: how far things have risen, fallen, filled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from convviz.scene.timeline import FOLDING, WHOLE, Beat, Phase, Storyboard

BACK = 0.6  # share of the landing beat after which the camera is back
FLIGHT = (0.1, 0.85)  # shares of it between which the value is on its way into its cell


def ease(u: float, start: float = 0.0, end: float = 1.0) -> float:
    """Smooth 0..1 ramp (quintic, at rest at both ends) of `u` between `start` and `end`."""
    v = min(1.0, max(0.0, (u - start) / (end - start)))
    return v * v * v * (v * (v * 6.0 - 15.0) + 10.0)


@dataclass(frozen=True)
class Moment:
    """What has happened at one story time.

    Attributes
    ----------
    beat : Beat
    progress : float
        Share of the beat that is over.
    started : bool
    glass : float
        0..1, how far the rows in front of the column have turned to glass.
    rise : float
        0..1, how far column and filter are on the bench.
    spread : float
        0..1, how far its channels have left the depth that they have on the stage.
    fold : float
        0..1, how far the opened rows of the bench have folded until all channels are in view.
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
    playing : bool
        At rest, the channel just done is the one that is looked at.
    """

    beat: Beat
    progress: float
    started: bool
    glass: float
    rise: float
    spread: float
    fold: float
    blank: float
    summed: float
    biased: float
    activated: float
    landed: float
    filter: int
    position: int
    filled: int
    playing: bool
    made: float = 1.0
    totalled: float = 1.0
    divided: float = 1.0

    @property
    def away(self) -> float:
        """0..1, how far the stage has faded because the bench is what is looked at."""
        return ease(self.rise, 0.25, 0.95) if self.started else 0.0


def moment(story: Storyboard, time: float, playing: bool = True) -> Moment:
    """What has happened at `time`; the same time gives the same moment, however it was reached.

    At rest (not `playing`) the end of a beat still belongs to it: a step is looked at when it is
    over.
    """
    time = min(max(time, 0.0), story.duration)
    beat = story.beats[story.shown_at(time, playing)]
    p = beat.progress(time)
    lifting = beat.phase is Phase.LIFT
    mapping = beat.phase in (Phase.MAP, Phase.FILTER)
    landing = beat.phase is Phase.LAND
    rise = ease(p, 0.28, 0.82) if lifting else 1.0
    if landing:
        rise = 1.0 - ease(p, 0.1, 0.75)
    filter = beat.first if mapping else story.filter
    reached = int(p * story.positions + WHOLE) if mapping else 0
    position = min(reached, story.positions - 1) if mapping else -1
    filled = filter * story.positions + reached
    return Moment(
        beat=beat,
        progress=p,
        started=time > 0.0,
        glass=_glass(beat.phase, p),
        rise=0.0 if mapping else rise,
        spread=ease(p, 0.5, 1.0) if lifting else 0.0 if mapping else rise,
        fold=_fold(story, time),
        blank=ease(p, 0.0, 0.4) if lifting else 1.0,
        summed=story.summed_at(time),
        biased=_share(story, Phase.BIAS, time, Phase.ACTIVATION),
        activated=_share(story, Phase.ACTIVATION, time, Phase.LAND),
        landed=ease(_share(story, Phase.LAND, time, Phase.MAP), *FLIGHT),
        filter=filter,
        position=position,
        filled=filled,
        playing=playing,
        made=_told(story, Phase.MAKE, time),
        totalled=_told(story, Phase.TOTAL, time),
        divided=_told(story, Phase.DIVIDE, time),
    )


CUT = 0.4  # share of a flight's beat after which its end is shown, where nothing may fly


def without_flights(story: Storyboard, now: Moment) -> Moment:
    """The moment for those whom motion makes ill: cuts in the place of flights.

    A lift or a landing shows its start and then its end, rows fold at once; what is computed
    when, and what is seen when a step is over, stay as they are.
    """
    beat = now.beat
    if not now.started:
        return now
    if beat.phase not in (Phase.LIFT, Phase.LAND):
        return replace(now, fold=float(now.fold >= 1.0))
    if now.progress < CUT:
        return replace(moment(story, beat.start + WHOLE), playing=now.playing)
    return replace(moment(story, beat.end, playing=False), playing=now.playing)


def _told(story: Storyboard, phase: Phase, time: float) -> float:
    beat = story.first_of(phase)
    return 1.0 if beat is None else beat.progress(time)


def _fold(story: Storyboard, time: float) -> float:
    beat = story.first_of(Phase.CHANNELS)
    return 0.0 if beat is None else ease(beat.progress(time), 0.0, FOLDING)


def _glass(phase: Phase, p: float) -> float:
    if phase is Phase.LIFT:
        return ease(p, 0.0, 0.3)
    if phase is Phase.LAND:
        return 1.0 - ease(p, 0.6, 1.0)
    return 0.0 if phase in (Phase.MAP, Phase.FILTER) else 1.0


def _share(story: Storyboard, phase: Phase, time: float, after: Phase) -> float:
    beat = story.first_of(phase)
    if beat is not None:
        return beat.progress(time)
    later = story.first_of(after) or story.first_of(Phase.LAND)
    return 1.0 if later is not None and time >= later.start else 0.0
