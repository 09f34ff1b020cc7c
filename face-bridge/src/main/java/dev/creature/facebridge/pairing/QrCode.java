package dev.creature.facebridge.pairing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** An address as a picture that phones read: for a terminal and for a page. */
public final class QrCode {
  private static final int QUIET = 2;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

  /** The code of a text. */
  public static QrCode of(String text) {
    try {
      return new QrCode(
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN,
                      QUIET,
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M)));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text, e);
    }
  }

  /**
   * Lines of half blocks, two rows of modules a line. The light modules are drawn, since most
   * terminals are dark; on a light one it reads as well, inverted, for all but old phones.
   */
  public String forTerminal() {
    StringBuilder lines = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y += 2) {
      for (int x = 0; x < modules.getWidth(); x++) {
        boolean upper = !modules.get(x, y);
        boolean lower = y + 1 < modules.getHeight() && !modules.get(x, y + 1);
        lines.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  /** Modules on a side, the quiet zone included. */
  public int side() {
    return modules.getWidth();
  }

  /** The dark modules as the path of an SVG, one unit a module. */
  public String svgPath() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int start = x;
        while (x < modules.getWidth() && modules.get(x, y)) {
          x++;
        }
        if (x > start) {
          path.append('M').append(start).append(' ').append(y).append('h').append(x - start);
          path.append("v1h-").append(x - start).append('z');
        }
        x++;
      }
    }
    return path.toString();
  }
}
