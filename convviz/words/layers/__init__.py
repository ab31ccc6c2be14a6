"""Texts that belong to one kind of layer alone: a file for each kind, found by its name.

Of every kind: ``kind.<name>`` and ``kind.<name>.about``; of one that is offered
``editor.offer.<name>``; of one with a stage ``playback.say.rest.<name>``. Of one that works on each
cell alone, by the `word` of its presentation: ``playback.label.<word>``, ``playback.step.<word>``,
``playback.sum.name.<word>``, ``playback.say.<word>`` and ``.bare``, ``fullscreen.<word>``, and by
its `label` ``stage.<label>``. For a field not yet named: ``field.<field>`` and
``field.<field>.about``.
"""

from __future__ import annotations
