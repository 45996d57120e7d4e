/// The commands that stand for one character, by class; a line is the character and its names.
enum TeXSymbols {
  static let ordinary = """
    α alpha
    β beta
    γ gamma
    δ delta
    ϵ epsilon
    ε varepsilon
    ζ zeta
    η eta
    θ theta
    ϑ vartheta
    ι iota
    κ kappa
    ϰ varkappa
    λ lambda
    μ mu
    ν nu
    ξ xi
    ο omicron
    π pi
    ϖ varpi
    ρ rho
    ϱ varrho
    σ sigma
    ς varsigma
    τ tau
    υ upsilon
    ϕ phi
    φ varphi
    χ chi
    ψ psi
    ω omega
    ∞ infty
    ∂ partial
    ∅ emptyset varnothing
    ℓ ell
    ħ hbar hslash
    ℜ Re
    ℑ Im
    ℵ aleph
    ℶ beth
    ℷ gimel
    ℸ daleth
    ℘ wp
    ı imath
    ȷ jmath
    ⊤ top
    ⊥ bot
    ∠ angle
    ∡ measuredangle
    △ triangle bigtriangleup
    ▽ bigtriangledown
    ▷ triangleright
    ◁ triangleleft
    □ square Box
    ■ blacksquare
    ◊ lozenge Diamond
    ⧫ blacklozenge
    ♯ sharp
    ♭ flat
    ♮ natural
    ♣ clubsuit
    ♢ diamondsuit
    ♡ heartsuit
    ♠ spadesuit
    ★ bigstar
    ✓ checkmark
    ° degree
    ð eth
    ∁ complement
    ℧ mho
    ¶ P
    § S
    † dag
    ‡ ddag
    © copyright
    £ pounds
    """

  /// Capitals and others that stay upright.
  static let upright = """
    Γ Gamma
    Δ Delta
    Θ Theta
    Λ Lambda
    Ξ Xi
    Π Pi
    Σ Sigma
    Υ Upsilon
    Φ Phi
    Ψ Psi
    Ω Omega
    Α Alpha
    Β Beta
    Ε Epsilon
    Ζ Zeta
    Η Eta
    Ι Iota
    Κ Kappa
    Μ Mu
    Ν Nu
    Ο Omicron
    Ρ Rho
    Τ Tau
    Χ Chi
    ∇ nabla
    """

  /// Signs that stand close to what they belong to: `mo` without space.
  static let signs = """
    ∀ forall
    ∃ exists
    ∄ nexists
    ¬ neg lnot
    % %
    $ $
    # #
    & &
    _ _
    √ surd
    / slash
    \\ backslash
    ′ prime
    ‵ backprime
    | vert
    ‖ | Vert
    """

  static let binary = """
    + +
    − -
    ± pm
    ∓ mp
    × times
    ÷ div
    ⋅ cdot
    ∗ ast
    ⋆ star
    ∘ circ
    ∙ bullet
    ∩ cap
    ∪ cup
    ⊎ uplus
    ⊓ sqcap
    ⊔ sqcup
    ∨ vee lor
    ∧ wedge land
    ∖ setminus smallsetminus
    ≀ wr
    ⋄ diamond
    ⊕ oplus
    ⊖ ominus
    ⊗ otimes
    ⊘ oslash
    ⊙ odot
    ⊚ circledcirc
    ⊛ circledast
    ⊞ boxplus
    ⊟ boxminus
    ⊠ boxtimes
    ⊡ boxdot
    † dagger
    ‡ ddagger
    ⨿ amalg
    ⋉ ltimes
    ⋊ rtimes
    ⋋ leftthreetimes
    ⋌ rightthreetimes
    ∔ dotplus
    ⊻ veebar
    ⊼ barwedge
    ⋒ Cap doublecap
    ⋓ Cup doublecup
    ⊺ intercal
    ⋇ divideontimes
    ⊲ lhd
    ⊳ rhd
    ⊴ unlhd
    ⊵ unrhd
    """

  static let open = """
    ( (
    [ [ lbrack
    { { lbrace
    ⟨ langle
    ⌊ lfloor
    ⌈ lceil
    | lvert
    ‖ lVert
    ⟮ lgroup
    ⎰ lmoustache
    ⟦ llbracket lBrack
    ⌜ ulcorner
    ⌞ llcorner
    """

  static let close = """
    ) )
    ] ] rbrack
    } } rbrace
    ⟩ rangle
    ⌋ rfloor
    ⌉ rceil
    | rvert
    ‖ rVert
    ⟯ rgroup
    ⎱ rmoustache
    ⟧ rrbracket rBrack
    ⌝ urcorner
    ⌟ lrcorner
    ! !
    ? ?
    """

  static let punctuation = """
    , ,
    ; semicolon
    : colon
    . ldotp
    · cdotp
    """

  static let inner = """
    … ldots dots dotsc dotso mathellipsis
    ⋯ cdots dotsb dotsm dotsi
    ⋱ ddots
    ⋰ iddots
    """

  /// Big operators whose limits stand below and above in display style.
  static let large = """
    ∑ sum
    ∏ prod
    ∐ coprod
    ⋃ bigcup
    ⋂ bigcap
    ⨄ biguplus
    ⨆ bigsqcup
    ⋁ bigvee
    ⋀ bigwedge
    ⨁ bigoplus
    ⨂ bigotimes
    ⨀ bigodot
    """

  /// Big operators whose limits stand beside.
  static let integrals = """
    ∫ int smallint
    ∬ iint
    ∭ iiint
    ⨌ iiiint
    ∮ oint
    ∯ oiint
    ∰ oiiint
    """

  static let functions = """
    sin cos tan cot sec csc sinh cosh tanh coth sech csch arcsin arccos arctan arccot arcsec arccsc
    arsinh arcosh artanh exp ln log lg arg deg dim hom ker sgn erf erfc
    """

  static let functionsWithLimits = "lim max min sup inf det gcd Pr argmax argmin limsup liminf lcm"
}
