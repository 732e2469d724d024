package dev.rubedo.codec;

import java.util.UUID;

/** Conversion of UUIDs to 32 hexadecimal digits. Stateless. */
final class UuidText {

    private UuidText() {}

    static String format(UUID uuid) {
        return uuid.toString().replace("-", "");
    }

    static UUID parse(String text) {
        if (text.length() != 32) {
            return UUID.fromString(text);
        }
        return new UUID(Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16));
    }
}
