"""Views that were drawn lately, not drawn again while they would look the same."""

from typing import Final

from dashboard.scene import Scene
from dashboard.views.view import Drawn, View
from data.lru_cache import LruCache

MOST: Final = 120


class Pictures:
    """Draws views; one whose answers and names are those of last time is not drawn again."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lately: LruCache[tuple[object, Drawn]] = LruCache(MOST)

    def draw(self, view: View, scene: Scene) -> Drawn:
        """Return a view of a scene, drawn."""
        name = (view.name, scene.selection)
        of = (view, [scene.answers[ask] for ask in view.asks(scene.selection)], scene.names)
        before, drawn = self._lately.find(name) or (None, None)
        if drawn is None or before != of:
            drawn = view.draw(scene.answers, scene.names, scene.selection)
            self._lately.keep(name, (of, drawn))
        return drawn
