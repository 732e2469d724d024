package dev.rubedo.dialect.postgresql.type;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/**
 * The address of an IPv4 or IPv6 host or network, as in PostgreSQL's {@code inet}. Immutable.
 *
 * @param address the address
 * @param prefixLength the number of bits that identify the network, 32 or 128 for a single host
 */
public record Inet(InetAddress address, int prefixLength) {

    /**
     * Checks the prefix length.
     *
     * @throws IllegalArgumentException if the address does not have that many bits
     */
    public Inet {
        Objects.requireNonNull(address, "address");
        if (prefixLength < 0 || prefixLength > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("prefixLength must be between 0 and "
                    + address.getAddress().length * Byte.SIZE + ", got " + prefixLength);
        }
    }

    /**
     * Returns the address for a text such as {@code 10.0.0.0/8} or {@code ::1}. Host names are not looked up.
     *
     * @throws IllegalArgumentException if the text is not an address
     */
    public static Inet of(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (!host.matches("[0-9a-fA-F:.]+") || host.indexOf(':') < 0 && !host.matches("\\d+(\\.\\d+){3}")) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address.");
        }
        try {
            var address = InetAddress.getByName(host);
            return new Inet(address, slash < 0 ? address.getAddress().length * Byte.SIZE
                    : Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address.", e);
        }
    }

    /** Returns the text form of PostgreSQL: the address, followed by the prefix length if it is a network. */
    @Override
    public String toString() {
        boolean isHost = prefixLength == address.getAddress().length * Byte.SIZE;
        return isHost ? address.getHostAddress() : address.getHostAddress() + "/" + prefixLength;
    }
}
