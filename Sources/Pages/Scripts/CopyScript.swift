extension Script {
  /// A button on each listing that copies it, and says that it did.
  static let copying = #"""
    for (const code of document.querySelectorAll("pre > code")) {
      const button = make("button", { className: "copy", type: "button", textContent: words.copy });
      button.onclick = async () => {
        try {
          await navigator.clipboard.writeText(code.textContent);
        } catch {
          // Without the permission, or from disk, what is selected can be copied still.
          getSelection().selectAllChildren(code);
          document.execCommand("copy");
        }
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      };
      code.after(button);
    }

    """#
}
