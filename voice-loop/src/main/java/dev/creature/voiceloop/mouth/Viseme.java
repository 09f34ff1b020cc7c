package dev.creature.voiceloop.mouth;

/** A shape of the mouth: the fifteen of the Oculus set, by their published names. */
public enum Viseme {
  SIL("sil"),
  PP("PP"),
  FF("FF"),
  TH("TH"),
  DD("DD"),
  KK("kk"),
  CH("CH"),
  SS("SS"),
  NN("nn"),
  RR("RR"),
  AA("aa"),
  E("E"),
  I("I"),
  O("O"),
  U("U");

  private final String label;

  Viseme(String label) {
    this.label = label;
  }

  /** The name on the wire, such as {@code kk}. */
  public String label() {
    return label;
  }

  /** The shape for a phoneme that has one; pauses are {@link #SIL}. */
  public static Viseme of(char phoneme) {
    return switch (phoneme) {
      case 'p', 'b', 'm' -> PP;
      case 'f', 'v' -> FF;
      case 'θ', 'ð' -> TH;
      case 't', 'd', 'T', 'ɾ' -> DD;
      case 'k', 'ɡ', 'ŋ', 'h', 'x', 'ʔ' -> KK;
      case 'ʃ', 'ʒ', 'ʧ', 'ʤ', 'j' -> CH;
      case 's', 'z' -> SS;
      case 'n', 'l' -> NN;
      case 'ɹ', 'r', 'ɜ' -> RR;
      case 'a', 'ɑ', 'æ', 'ʌ', 'ɐ', 'I', 'W' -> AA;
      case 'ɛ', 'e', 'ə', 'ᵊ', 'A' -> E;
      case 'i', 'ɪ', 'ᵻ' -> I;
      case 'ɔ', 'ɒ', 'O', 'Q', 'Y', 'o' -> O;
      case 'u', 'ʊ', 'w' -> U;
      default -> SIL;
    };
  }

  /** The second half of a diphthong, or the shape itself. */
  public static Viseme endOf(char phoneme) {
    return switch (phoneme) {
      case 'I', 'A', 'Y' -> I;
      case 'W', 'O', 'Q' -> U;
      default -> of(phoneme);
    };
  }
}
