package dev.creature.deploy.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
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
   * @param where {@code HOST} or {@code HOST:PORT}, the port of its HTTPS
   * @throws IOException when it cannot be reached, does not let this machine in, or is somebody
   *     else
   */
  public static Handover join(String where, ClusterSecret secret)
      throws IOException, GeneralSecurityException, InterruptedException {
    URI node = URI.create("https://" + where);
    int port = node.getPort() < 0 ? USUAL_PORT : node.getPort();
    String host = node.getHost();
    if (host == null) {
      throw new IOException("--join " + where + ": must be HOST or HOST:PORT");
    }
    JoinProtocol protocol = new JoinProtocol(secret, new SecureRandom());
    JoinProtocol.Question question = protocol.ask();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://" + host + ":" + port + "/v1/cluster/join"))
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
