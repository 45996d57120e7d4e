/// The backend that Matplotlib draws with in the Python cells of a lesson; nothing imports it where no cell
/// imports Matplotlib.
enum PythonMatplotlibBackend {
  static let name = "lemma_matplotlib.py"
  static let source = #"""
    """Matplotlib's SVG backend for the cells of a lesson: the same bytes at each run, and no window.

    The salt in `svg.hashsalt` names the lesson. Every identifier in a figure gets a prefix made from it and
    from the figure's name, so that all figures of a site could stand on one page.
    """
    import hashlib
    import io
    import os
    import re
    import weakref

    import matplotlib
    from matplotlib import cbook
    from matplotlib._pylab_helpers import Gcf
    from matplotlib.backends import backend_svg


    class FigureManager(backend_svg.FigureManager):
        def show(self):
            """`plt.show()` and `fig.show()` open no window, and do not warn: the page shows the figure."""


    class FigureCanvas(backend_svg.FigureCanvas):
        manager_class = FigureManager

        def print_svg(self, filename, *, metadata=None, bbox_inches_restore=None, **_):
            """Without a date, where the program does not give one."""
            drawing = io.StringIO()
            metadata = {"Date": None, **(metadata or {})}
            super().print_svg(drawing, metadata=metadata, bbox_inches_restore=bbox_inches_restore)
            is_path = isinstance(filename, (str, os.PathLike))
            path = os.path.abspath(filename) if is_path else "figure"
            text = with_unique_ids(drawing.getvalue(), os.path.basename(path))
            with cbook.open_file_cm(filename, "w", encoding="utf-8") as file:
                file.write(text if cbook.file_requires_unicode(file) else text.encode())
            if is_path:
                gallery.saved[self.figure] = path

        def print_figure(self, *arguments, **options):
            """Saving changes the figure's colours, and back: that is no drawing."""
            was_stale, saved_before = self.figure.stale, gallery.saved.pop(self.figure, None)
            result = super().print_figure(*arguments, **options)
            if self.figure in gallery.saved:
                self.figure.stale = False
            else:
                self.figure.stale = was_stale
                if saved_before:
                    gallery.saved[self.figure] = saved_before
            return result


    class Gallery:
        """The open figures: which of them were drawn on, and which the program saved itself."""

        def __init__(self):
            self.numbers = weakref.WeakKeyDictionary()
            self.drawings = weakref.WeakKeyDictionary()
            # The path of the SVG file, of those that were saved since `collect`.
            self.saved = weakref.WeakKeyDictionary()
            self.count = 0

        def collect(self, work, target):
            """Draws what changed since it was last asked, as `figure-NUMBER.svg` in the folder `target`.

            What the program saved in its folder `work`, and did not change since, is not left open.
            """
            drawn, saved = [], []
            for manager in Gcf.get_all_fig_managers():
                figure = manager.canvas.figure
                if figure not in self.numbers:
                    self.count += 1
                    self.numbers[figure] = self.count
                number = self.numbers[figure]
                try:
                    if not figure.stale and os.path.dirname(self.saved.get(figure, "")) == work:
                        saved.append(number)
                    elif figure.stale or figure in self.saved or figure not in self.drawings:
                        if self.draw(figure, os.path.join(target, f"figure-{number}.svg")):
                            drawn.append(number)
                finally:
                    figure.stale = False
            self.saved.clear()
            return {"drawn": drawn, "saved": saved}

        def draw(self, figure, path):
            """Whether it looks other than before: some settings make a figure stale and change nothing."""
            self.drawings.setdefault(figure, None)
            figure.savefig(path, format="svg", backend="module://lemma_matplotlib")
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).digest()
            is_new = self.drawings.get(figure) != digest
            self.drawings[figure] = digest
            return is_new


    gallery = Gallery()


    def with_unique_ids(svg, name):
        """Only in tags: Matplotlib escapes `<` and `>` in attributes, in text and in comments."""
        salt = f"{matplotlib.rcParams['svg.hashsalt']} {name}"
        prefix = "m" + hashlib.sha256(salt.encode()).hexdigest()[:8] + "-"
        reference = re.compile(r'( id="|href="#|url\(#)')
        return re.sub(r"<[A-Za-z][^<>]*>", lambda tag: reference.sub(r"\g<1>" + prefix, tag[0]), svg)
    """#
}
