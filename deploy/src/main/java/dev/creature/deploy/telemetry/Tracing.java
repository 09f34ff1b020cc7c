package dev.creature.deploy.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where traces go, by the settings and OpenTelemetry's own variables; these win. Where neither
 * names a place nothing is traced, and nothing of the library is started.
 */
final class Tracing {
  private static final List<String> ASKED =
      List.of(
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
          "OTEL_TRACES_EXPORTER",
          "OTEL_CONFIG_FILE");

  private Tracing() {}

  /** The library as it was asked for; empty where nobody asked. */
  static Optional<OpenTelemetrySdk> open(
      TelemetrySettings settings, Map<String, String> environment) {
    boolean asked = ASKED.stream().anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    boolean off = Boolean.parseBoolean(environment.getOrDefault("OTEL_SDK_DISABLED", "false"));
    if (off || (!asked && settings.otlpEndpoint().isEmpty())) {
      return Optional.empty();
    }
    Map<String, String> usual = new HashMap<>();
    usual.put("otel.service.name", "creature");
    // Figures are scraped and logs are written: only traces are sent.
    usual.put("otel.metrics.exporter", "none");
    usual.put("otel.logs.exporter", "none");
    usual.put("otel.exporter.otlp.protocol", "http/protobuf");
    if (!settings.otlpEndpoint().isEmpty()) {
      usual.put("otel.exporter.otlp.endpoint", settings.otlpEndpoint());
    }
    Map<String, String> variables = new HashMap<>();
    environment.forEach((name, value) -> {
      if (name.startsWith("OTEL_") && !value.isBlank()) {
        variables.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
      }
    });
    LibraryLog.intoOurs();
    return Optional.of(
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> usual)
            .addPropertiesCustomizer(_ -> variables)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk());
  }

  /** The interface to write spans with; one that does nothing where nobody asked. */
  static OpenTelemetry of(Optional<OpenTelemetrySdk> sdk) {
    return sdk.<OpenTelemetry>map(it -> it).orElseGet(OpenTelemetry::noop);
  }
}
