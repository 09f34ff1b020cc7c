package dev.creature.facebridge.pairing;

/**
 * A device that may talk to the creature.
 *
 * @param id names it when it is revoked
 * @param name what it called itself
 * @param tokenHash SHA-256 of its token, in hexadecimal digits
 * @param pairedMillis when, since 1970
 */
public record PairedDevice(String id, String name, String tokenHash, long pairedMillis) {}
