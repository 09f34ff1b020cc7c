package dev.creature.deploy.cluster;

import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.server.LanSearch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Asks a node to be let in. */
public final class JoinClient {
  private static final int USUAL_PORT = 8443;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private JoinClient() {}

  /**
   * Asks the node there.
   *
   * @param where {@code HOST} or {@code HOST:PORT}, the port of its HTTPS; a name such as {@code
   *     creature.local} is also looked for by multicast DNS
   * @throws IOException when it cannot be reached, does not let this machine in, or is somebody
   *     else
   */
  public static Handover join(String where, ClusterSecret secret)
      throws IOException, GeneralSecurityException, InterruptedException {
    URI node = reachable(where);
    String host = node.getHost();
    JoinProtocol protocol = new JoinProtocol(secret, new SecureRandom());
    JoinProtocol.Question question = protocol.ask();
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve("/v1/cluster/join"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(question.json()))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(anybody()).connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(
            where
                + " does not let this machine in ("
                + answer.statusCode()
                + "): is it up with --cluster, and is the secret its own?");
      }
      return protocol.open(question, answer.body()).seenFrom(host);
    } catch (GeneralSecurityException e) {
      throw new IOException(where + " does not know the secret", e);
    }
  }

  /** Where that is; a name of multicast DNS that this system does not know is looked for. */
  private static URI reachable(String where) throws IOException {
    URI named;
    try {
      named = new URI("https://" + where);
    } catch (URISyntaxException e) {
      throw new IOException("--join " + where + ": must be HOST or HOST:PORT", e);
    }
    String host = named.getHost();
    if (host == null) {
      throw new IOException("--join " + where + ": must be HOST or HOST:PORT");
    }
    int port = named.getPort();
    if (host.toLowerCase(Locale.ROOT).endsWith(".local") && isUnknown(host)) {
      String here = LocalNames.here().lanAddress().orElse("127.0.0.1");
      LanSearch.Found found =
          LanSearch.named(host, here)
              .orElseThrow(() ->
                  new IOException("--join " + where + ": no creature of this name answers here"));
      host = found.address();
      port = port < 0 ? found.port() : port;
    }
    return URI.create("https://" + host + ":" + (port < 0 ? USUAL_PORT : port));
  }

  private static boolean isUnknown(String host) {
    try {
      return InetAddress.getAllByName(host).length == 0;
    } catch (UnknownHostException unknown) {
      return true;
    }
  }

  /** The line is not trusted: what is sent over it is sealed with the secret. */
  public static SSLContext anybody() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return context;
  }

  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
