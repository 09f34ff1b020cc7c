package dev.creature.deploy.storage;

import dev.creature.facebridge.pairing.DeviceStore;
import dev.creature.facebridge.pairing.PairedDevice;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Paired devices in the database, so that each node knows all of them. */
public record SharedDevices(Database database) implements DeviceStore {
  @Override
  public List<PairedDevice> load() throws IOException {
    return asked(connection -> {
      try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT id, name, token_hash, paired_millis FROM paired_device"
                      + " ORDER BY paired_millis");
          ResultSet rows = select.executeQuery()) {
        List<PairedDevice> devices = new ArrayList<>();
        while (rows.next()) {
          devices.add(
              new PairedDevice(
                  rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)));
        }
        return devices;
      }
    });
  }

  @Override
  public void add(PairedDevice device, List<PairedDevice> before) throws IOException {
    int _ =
        asked(connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO paired_device (id, name, token_hash, paired_millis)"
                      + " VALUES (?, ?, ?, ?)")) {
            insert.setString(1, device.id());
            insert.setString(2, device.name());
            insert.setString(3, device.tokenHash());
            insert.setLong(4, device.pairedMillis());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public void remove(String id, List<PairedDevice> rest) throws IOException {
    int _ =
        asked(connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM paired_device WHERE id = ?")) {
            delete.setString(1, id);
            return delete.executeUpdate();
          }
        });
  }

  private <T> T asked(Database.Question<T> question) throws IOException {
    try {
      return database.ask(question);
    } catch (SQLException e) {
      throw new IOException("the database: " + e.getMessage(), e);
    }
  }
}
