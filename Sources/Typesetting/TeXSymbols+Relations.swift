extension TeXSymbols {
  static let relations = """
    = =
    < < lt
    > > gt
    : : ratio
    ≤ le leq
    ≥ ge geq
    ≦ leqq
    ≧ geqq
    ⩽ leqslant
    ⩾ geqslant
    ≠ ne neq
    ≪ ll
    ≫ gg
    ⋘ lll
    ⋙ ggg
    ≡ equiv
    ∼ sim
    ≃ simeq
    ≈ approx
    ≊ approxeq
    ≅ cong
    ∝ propto varpropto
    ≐ doteq
    ≑ doteqdot Doteq
    ≔ coloneqq coloneq
    ≕ eqqcolon
    ≜ triangleq
    ≍ asymp
    ≺ prec
    ≻ succ
    ⪯ preceq
    ⪰ succeq
    ≼ preccurlyeq
    ≽ succcurlyeq
    ∈ in
    ∉ notin
    ∋ ni owns
    ⊂ subset
    ⊃ supset
    ⊆ subseteq
    ⊇ supseteq
    ⊊ subsetneq
    ⊋ supsetneq
    ⊈ nsubseteq
    ⊉ nsupseteq
    ⊏ sqsubset
    ⊐ sqsupset
    ⊑ sqsubseteq
    ⊒ sqsupseteq
    ⋐ Subset
    ⋑ Supset
    ⋈ bowtie Join
    ⊢ vdash
    ⊣ dashv
    ⊨ models vDash
    ⊩ Vdash
    ⊥ perp
    ∥ parallel
    ∦ nparallel
    ∣ mid
    ∤ nmid
    ⌣ smile smallsmile
    ⌢ frown smallfrown
    ≮ nless
    ≯ ngtr
    ≰ nleq
    ≱ ngeq
    ≨ lneqq
    ≩ gneqq
    ⪇ lneq
    ⪈ gneq
    ≁ nsim
    ≇ ncong
    ≲ lesssim
    ≳ gtrsim
    ≶ lessgtr
    ≷ gtrless
    ⋚ lesseqgtr
    ⋛ gtreqless
    ≬ between
    ⋔ pitchfork
    ∴ therefore
    ∵ because
    ∽ backsim
    ≏ bumpeq
    ≎ Bumpeq
    ⊀ nprec
    ⊁ nsucc
    ⊬ nvdash
    ⊭ nvDash
    ⊲ vartriangleleft
    ⊳ vartriangleright
    ⊴ trianglelefteq
    ⊵ trianglerighteq
    """

  static let arrows = """
    → to rightarrow
    ← gets leftarrow
    ↔ leftrightarrow
    ⇒ Rightarrow
    ⇐ Leftarrow
    ⇔ Leftrightarrow
    ⟶ longrightarrow
    ⟵ longleftarrow
    ⟷ longleftrightarrow
    ⟹ Longrightarrow implies
    ⟸ Longleftarrow impliedby
    ⟺ Longleftrightarrow iff
    ↦ mapsto
    ⟼ longmapsto
    ↩ hookleftarrow
    ↪ hookrightarrow
    ↼ leftharpoonup
    ↽ leftharpoondown
    ⇀ rightharpoonup
    ⇁ rightharpoondown
    ⇌ rightleftharpoons
    ⇋ leftrightharpoons
    ↑ uparrow
    ↓ downarrow
    ↕ updownarrow
    ⇑ Uparrow
    ⇓ Downarrow
    ⇕ Updownarrow
    ↗ nearrow
    ↘ searrow
    ↙ swarrow
    ↖ nwarrow
    ⇝ leadsto rightsquigarrow
    ↠ twoheadrightarrow
    ↞ twoheadleftarrow
    ↣ rightarrowtail
    ↢ leftarrowtail
    ⇉ rightrightarrows
    ⇇ leftleftarrows
    ⇄ rightleftarrows
    ⇆ leftrightarrows
    ⇈ upuparrows
    ⇊ downdownarrows
    ⇛ Rrightarrow
    ⇚ Lleftarrow
    ↛ nrightarrow
    ↚ nleftarrow
    ↮ nleftrightarrow
    ⇏ nRightarrow
    ⇍ nLeftarrow
    ⇎ nLeftrightarrow
    ↶ curvearrowleft
    ↷ curvearrowright
    ↺ circlearrowleft
    ↻ circlearrowright
    ↾ restriction upharpoonright
    ↿ upharpoonleft
    ⇂ downharpoonright
    ⇃ downharpoonleft
    ⊸ multimap
    ↭ leftrightsquigarrow
    """
}
