/// The program that runs the Python cells of a lesson.
///
/// For Python 3.10 and later, with nothing but its standard library.
enum PythonDriver {
  static let name = "lemma_cells.py"
  static let source = #"""
    """Runs the Python cells of a lesson in this process, in order.

    Standard input is JSON: the lesson's name, its cells, and a mark that no cell can guess. To standard
    output goes what the cells print, at the level of file descriptors, and the mark before the first cell
    and after each, with a line of JSON that says how the cell ended; to standard error goes the mark alone.
    Files that a cell writes are copied into the folder that the argument names. A cell that takes longer
    than it may ends the process (whatever it does with signals or the interpreter's lock), which leaves
    something in the file `timeout` there.
    """
    import __future__
    import faulthandler
    import hashlib
    import itertools
    import json
    import linecache
    import os
    import shutil
    import signal
    import sys
    import traceback
    import types

    try:
        import ctypes
        flush_c_streams = ctypes.CDLL(None).fflush
    except (ImportError, OSError, AttributeError):
        def flush_c_streams(_):
            """Nothing to do: this Python cannot call C."""

    HERE = os.path.dirname(os.path.abspath(__file__))
    WORK = os.getcwd()
    RESULTS = sys.argv[1]
    FUTURES = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)


    class Lesson:
        """The cells, and the module that they share."""

        def __init__(self, job):
            self.name, self.cells, self.mark = job["lesson"], job["cells"], job["mark"].encode()
            for cell in self.cells:
                cell["lines"] = cell["source"].replace("\r\n", "\n").replace("\r", "\n").split("\n")
            # Whatever a cell does to the standard streams, these stay.
            self.output, self.errors = os.dup(1), os.dup(2)
            # A descriptor, since a file object that is open at the end may warn of it.
            self.timeouts = os.open(os.path.join(RESULTS, "timeout"), os.O_WRONLY | os.O_CREAT, 0o600)
            self.process = os.getpid()
            self.flags = 0
            self.module = types.ModuleType("__main__")
            self.folder = WorkFolder()
            self.show_source()

        def show_source(self):
            """Lets tracebacks and warnings quote the lesson, without what stands before its lines there."""
            lines = []
            for cell in self.cells:
                lines += ["\n"] * (cell["line"] - 1 - len(lines))
                lines += [line + "\n" for line in cell["lines"]]
            linecache.cache[self.name] = (len(lines), None, lines, self.name)

        def run(self):
            sys.modules["__main__"] = self.module
            sys.argv[:] = [self.name]
            sys.path[0] = WORK
            sys.path.append(HERE)
            # As on a terminal, so that what child processes print comes in order.
            sys.stdout.reconfigure(line_buffering=True)
            # Python ignores it; here it ends the process, and tells Lemma which limit was reached.
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            self.report({})
            for cell in self.cells:
                # Also for what happens after the last cell: exit handlers, threads.
                faulthandler.dump_traceback_later(cell["timeout"], exit=True, file=self.timeouts)
                record = self.run_cell(cell)
                self.flush()
                if os.getpid() != self.process:
                    os._exit(record["status"])  # The other half of a cell's fork.
                record["files"] = self.folder.collect(cell["index"])
                self.report(record)

        def run_cell(self, cell):
            """The exit status of the cell, whether it was refused, and what was raised."""
            try:
                code = self.compiled(cell)
            except Exception as error:
                return {**self.failure(error, cell), "refused": True}
            record = {"status": 0}
            try:
                exec(code, self.module.__dict__)
            except SystemExit as end:
                record["status"] = self.exit_status(end.code)
            except BaseException as error:
                record = self.failure(error, cell)
            if os.getpid() == self.process:
                try:
                    record.update(figures())
                except Exception as error:  # Drawing is where Matplotlib reads texts and scales.
                    record = self.failure(error, cell) if record["status"] == 0 else record
            return record

        def compiled(self, cell):
            """Line numbers are the lesson's; what an earlier cell imports from `__future__` holds."""
            source = "\n" * (cell["line"] - 1) + "\n".join(cell["lines"])
            code = compile(source, self.name, "exec", self.flags, dont_inherit=True)
            self.flags |= code.co_flags & FUTURES
            return code

        @staticmethod
        def exit_status(code):
            if code is None:
                return 0
            if isinstance(code, int):
                return code & 0xFF
            print(code, file=sys.stderr)
            return 1

        def failure(self, error, cell):
            """Prints what Python prints where a script ends so, and says where that was in the cell."""
            report = traceback.TracebackException.from_exception(error)
            self.leave_out_foreign_frames(report, set())
            text = "".join(report.format())
            print(text, end="", file=sys.stderr)
            return {"status": 1, "error": {"text": last_line(text), **self.place(error, cell)}}

        def leave_out_foreign_frames(self, report, seen):
            """Keeps the lesson's own frames: those of libraries differ from machine to machine."""
            if report is None or id(report) in seen:
                return
            seen.add(id(report))
            report.stack[:] = [frame for frame in report.stack if frame.filename == self.name]
            if not report.stack:
                report.stack = None
            parts = getattr(report, "exceptions", None) or []
            for cause in [report.__cause__, report.__context__, *parts]:
                self.leave_out_foreign_frames(cause, seen)

        def place(self, error, cell):
            """The cell's part in it: lines, and where Python knows them columns, in bytes and from 0."""
            if isinstance(error, SyntaxError) and error.filename == self.name:
                return syntax_place(error)
            places = [frame_place(frame) for frame in frames(error.__traceback__, self.name)]
            lines = range(cell["line"], cell["line"] + len(cell["lines"]))
            own = [place for place in places if place["line"] in lines]
            if not own:
                return {}
            return {**own[-1], "raisedLine": places[-1]["line"]}

        def flush(self):
            """Standard output and standard error, whatever a cell made of them."""
            for stream in [sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__]:
                try:
                    stream.flush()
                except Exception:
                    pass
            flush_c_streams(None)

        def report(self, record):
            write_all(self.output, self.mark + json.dumps(record).encode() + b"\n")
            write_all(self.errors, self.mark + b"\n")


    class WorkFolder:
        """What is known of the figures and the data in the folder of the cells."""

        def __init__(self):
            self.known = {}

        def collect(self, index):
            """Copies what was written since it was last asked, so that a later cell may write it anew."""
            names = []
            for entry in sorted(os.scandir(WORK), key=lambda entry: entry.name):
                is_wanted = entry.name.lower().endswith((".csv", ".svg"))
                if not is_wanted or not entry.is_file(follow_symlinks=False):
                    continue
                status = entry.stat(follow_symlinks=False)
                with open(entry.path, "rb") as file:
                    digest = hashlib.sha256(file.read()).digest()
                # The digest, too: the clock of a file system is coarser than a quick cell.
                state = (status.st_mtime_ns, status.st_ino, digest)
                if self.known.get(entry.name) != state:
                    self.known[entry.name] = state
                    names.append(entry.name)
            for name in names:
                folder = os.path.join(RESULTS, "files", str(index))
                os.makedirs(folder, exist_ok=True)
                shutil.copyfile(os.path.join(WORK, name), os.path.join(folder, name))
            return names


    def figures():
        """What became of Matplotlib's figures, where a cell made some; it is never imported for that."""
        windows = sys.modules.get("matplotlib._pylab_helpers")
        if windows is None or not windows.Gcf.figs:
            return {}
        import lemma_matplotlib
        return lemma_matplotlib.gallery.collect(WORK, RESULTS)


    def frames(trace, name):
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == name:
                yield trace
            trace = trace.tb_next


    def frame_place(trace):
        code = trace.tb_frame.f_code
        if hasattr(code, "co_positions") and trace.tb_lasti >= 0:
            instruction = trace.tb_lasti // 2
            position = next(itertools.islice(code.co_positions(), instruction, None))
            line, end_line, column, end_column = position
            if None not in (line, end_line, column, end_column):
                return {"line": line, "column": column, "endLine": end_line, "endColumn": end_column}
        return {"line": trace.tb_lineno}


    def syntax_place(error):
        line, end_line = error.lineno, getattr(error, "end_lineno", None)
        column, end_column = error.offset, getattr(error, "end_offset", None)
        if not line or not column or column < 1:
            return {"line": line} if line else {}
        place = {"line": line, "column": byte_offset(error.filename, line, column)}
        if end_line and end_column and end_column > 0:
            place.update(endLine=end_line, endColumn=byte_offset(error.filename, end_line, end_column))
        return place


    def byte_offset(name, line, column):
        """In UTF-8 and from 0, of a column that counts characters from 1."""
        return len(linecache.getline(name, line)[:column - 1].encode())


    def last_line(text):
        lines = [line for line in text.splitlines() if line.strip()]
        return lines[-1] if lines else ""


    def write_all(descriptor, data):
        while data:
            data = data[os.write(descriptor, data):]


    def main():
        job = json.load(sys.stdin)
        # A cell that reads finds nothing: neither the rest of the job nor a terminal.
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        lesson = Lesson(job)
        with open(os.path.join(RESULTS, "matplotlibrc"), "w", encoding="utf-8") as settings:
            salt = hashlib.sha256(job["salt"].encode()).hexdigest()
            settings.write("backend: module://lemma_matplotlib\nsvg.hashsalt: " + salt + "\n")
        os.environ["MATPLOTLIBRC"] = settings.name
        lesson.run()


    if __name__ == "__main__":
        main()
    """#
}
