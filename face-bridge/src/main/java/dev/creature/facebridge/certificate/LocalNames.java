package dev.creature.facebridge.certificate;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What this machine is called by others near it.
 *
 * @param names such as {@code localhost}, {@code workshop}, {@code workshop.local}; lower case
 * @param addresses such as {@code 192.168.1.20}; those that others reach first
 */
public record LocalNames(List<String> names, List<String> addresses) {
  /** What the first creature in a network is called. */
  public static final String CREATURE = "creature.local";

  public LocalNames {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
  }

  /** Those of this machine, now. */
  public static LocalNames here() {
    SequencedSet<String> names = new LinkedHashSet<>();
    names.add("localhost");
    String host = hostName().toLowerCase(Locale.ROOT);
    if (host.matches("[a-z0-9][a-z0-9.-]*") && !host.matches("[0-9.]+")) {
      names.add(host);
      names.add(host.split("\\.")[0] + ".local");
    }
    SequencedSet<String> addresses = new LinkedHashSet<>();
    List<String> six = new ArrayList<>();
    try {
      NetworkInterface.networkInterfaces()
          .filter(LocalNames::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .forEach(address -> {
            if (address instanceof Inet4Address) {
              addresses.add(address.getHostAddress());
            } else if (address instanceof Inet6Address) {
              six.add(address.getHostAddress().replaceAll("%.*", ""));
            }
          });
    } catch (SocketException e) {
      // Then there are none to name; loopback still works.
      addresses.clear();
    }
    addresses.addAll(six);
    addresses.add("127.0.0.1");
    addresses.add("::1");
    LocalNames machine = new LocalNames(List.copyOf(names), List.copyOf(addresses));
    if (machine.lanAddress().isPresent()) {
      names.add(CREATURE);
      names.add(machine.ownCreature());
    }
    return new LocalNames(List.copyOf(names), machine.addresses());
  }

  /** Where others in the network reach this machine; nothing without a network. */
  public Optional<String> lanAddress() {
    return addresses.stream()
        .filter(address -> !address.equals("127.0.0.1") && !address.equals("::1"))
        .findFirst();
  }

  /** What this machine's creature is called, whoever else is there: {@code HOST-creature.local}. */
  public String ownCreature() {
    String host = names.size() > 1 ? names.get(1).split("\\.")[0] : "this";
    return host + "-" + CREATURE;
  }

  private static boolean isUp(NetworkInterface card) {
    try {
      return card.isUp() && !card.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
