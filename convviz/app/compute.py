"""The worker thread: values of a network; the newest request wins, between layers it stops.

A thread beside it reads and writes files, one after another in the order asked for: what is edited
is kept within two seconds, and a large network may be computed for longer than that.

What a job holds, windows and images too, is let go of in the GUI thread: the threads know jobs by
their number alone.
"""

from __future__ import annotations

import itertools
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from convviz.app.heap import give_back
from convviz.files.pictures import picture_of
from convviz.model.arrays import Floats
from convviz.model.kinds import as_input
from convviz.model.layers import Input
from convviz.model.network import Network
from convviz.model.sources import input_values, source_limit
from convviz.model.values import Values, evaluate
from convviz.state.document import Document
from convviz.state.photos import OwnPhoto

REST = 3.0  # seconds without work, after which memory that is free is given back


@dataclass(frozen=True, eq=False)
class Answer:
    """Values of one generation, or why there are none."""

    generation: int
    network: Network
    values: Values | None
    fault: Exception | None = None


@dataclass(frozen=True, eq=False)
class Job:
    """Something to do away from the GUI thread, and who is told there what came of it."""

    act: Callable[[], object]
    done: Callable[[object], None]


class Compute(QObject):
    """Computes values away from the GUI thread, and does jobs there.

    Signals
    -------
    answered(Answer)
        In the GUI thread, for the newest request only.
    """

    _done = Signal(object)
    _did = Signal(int)
    answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wake = threading.Condition()
        self._wanted: tuple[int, Document] | None = None
        self._generation = 0
        self._numbers = itertools.count(1)
        self._kept: dict[int, Job] = {}  # until the GUI thread knows what came of them
        self._outcomes: dict[int, object] = {}
        self._jobs: deque[int] = deque()  # of the thread for files
        self._long: deque[int] = deque()  # of the one that computes
        self._held = False
        self._closing = False
        self._previous: tuple[Network, Values] | None = None
        self._inputs: dict[Input, Floats] = {}
        self._done.connect(self._arrived)
        self._did.connect(self._job_done)
        self._threads = [
            threading.Thread(target=self._run, name="compute", daemon=True),
            threading.Thread(target=self._run_files, name="files", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def request(self, document: Document) -> int:
        """Ask for a document's values; earlier requests are dropped. Returns the generation."""
        with self._wake:
            self._generation += 1
            self._wanted = (self._generation, document)
            self._wake.notify_all()
            return self._generation

    def perform(
        self, act: Callable[[], object], done: Callable[[object], None], long: bool = False
    ) -> None:
        """Do something with files; `done` gets its result, or the exception that it raised.

        What takes more than a second (`long`) is done by the worker that computes.
        """
        number = next(self._numbers)
        self._kept[number] = Job(act, done)
        with self._wake:
            (self._long if long else self._jobs).append(number)
            self._wake.notify_all()

    def hold(self, held: bool) -> None:
        """While held (the animation plays) work waits: a busy BLAS thread costs frames."""
        if held == self._held:  # which no other thread sets; a thread that is woken costs time
            return
        with self._wake:
            self._held = held
            self._wake.notify_all()

    def close(self) -> None:
        """End the threads, once the files that they were to write are written."""
        with self._wake:
            self._closing = True
            self._generation += 1
            self._wake.notify_all()
        for thread in self._threads:
            thread.join(timeout=5.0)

    def _run(self) -> None:
        worked = True  # since memory was last given back
        while True:
            with self._wake:
                called = self._wake.wait_for(self._has_operation, REST if worked else None)
                worked = bool(called) or self._held
                job = self._long.popleft() if self._long else None
                if job is None and self._closing:
                    return
                if job is None and called:
                    assert self._wanted is not None
                    generation, document = self._wanted
                    self._wanted = None
            if job is not None:
                self._do(job)
                continue
            if not called:
                if not worked:  # nor plays the animation, which this would cost a frame
                    give_back()
                continue
            answer = self._operation(generation, document)
            if answer is not None and not self._closing:
                self._done.emit(answer)

    def _has_operation(self) -> bool:
        ready = self._wanted is not None and not self._held
        return bool(self._long) or self._closing or ready

    def _run_files(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._jobs or self._closing)
                if not self._jobs:
                    return
                job = self._jobs.popleft()
            self._do(job)

    def _do(self, job: int) -> None:
        # No name here for the job or its outcome: the last one to go would destroy them here.
        try:
            self._outcomes[job] = self._kept[job].act()
        except Exception as fault:  # whoever asked is told
            self._outcomes[job] = fault
        if not self._closing:
            self._did.emit(job)

    def _operation(self, generation: int, document: Document) -> Answer | None:
        network = document.network

        def stopped() -> bool:
            return generation != self._generation

        try:
            inputs = {
                node.id: self._input(layer, document.photos)
                for node in network.nodes
                if (layer := as_input(node.layer)) is not None
                and source_limit(layer) is None  # too large: counts only
                and not stopped()
            }
            values = None if stopped() else evaluate(network, inputs, stopped, self._previous)
        except Exception as fault:
            return Answer(generation, network, None, fault)
        if values is None:
            return None
        self._previous = (network, values)
        return Answer(generation, network, values)

    def _input(self, layer: Input, photos: tuple[OwnPhoto, ...]) -> Floats:
        # The photo's id stands for its pixels, so the layer tells its values.
        if layer not in self._inputs:
            picture = picture_of(layer, photos)
            if len(self._inputs) > 4:
                self._inputs.clear()
            self._inputs[layer] = input_values(layer, picture)
        return self._inputs[layer]

    def _job_done(self, number: int) -> None:
        self._kept.pop(number).done(self._outcomes.pop(number))

    def _arrived(self, answer: Answer) -> None:
        if answer.generation == self._generation:
            self.answered.emit(answer)
