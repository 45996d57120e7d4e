extension Script {
  /// A button on each listing that copies it, and says that it did; of a transcript it copies the
  /// commands, which stand behind `$ `.
  static let copying = #"""
    for (const code of document.querySelectorAll("pre > code")) {
      const button = make("button", { className: "copy", type: "button", textContent: words.copy });
      button.onclick = async () => {
        const commands = code.textContent.match(/^[$] .*/gm)?.map((line) => line.slice(2));
        const value = commands?.join("\n") ?? code.textContent;
        try {
          await navigator.clipboard.writeText(value);
        } catch {
          // Without the permission, or from disk, what is selected can be copied still.
          const area = make("textarea", { value });
          code.after(area);
          area.select();
          document.execCommand("copy");
          area.remove();
        }
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      };
      code.after(button);
    }

    """#
}
