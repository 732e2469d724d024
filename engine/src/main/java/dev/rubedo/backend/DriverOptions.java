package dev.rubedo.backend;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The options that a driver reports, for drivers that would silently ignore unknown ones. Immutable. */
public final class DriverOptions {

    private final String product;
    private final Map<String, String> names;

    private DriverOptions(String product, Map<String, String> names) {
        this.product = product;
        this.names = names;
    }

    /**
     * Returns the options of the driver for a JDBC URL; without a driver on the class path, every option is accepted.
     *
     * @param product the name of the database product, for messages
     * @param jdbcUrl a JDBC URL for the driver
     * @param unlisted the names of options that the driver has, but does not report
     */
    public static DriverOptions of(String product, String jdbcUrl, Collection<String> unlisted) {
        var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        try {
            var listed = DriverManager.getDriver(jdbcUrl).getPropertyInfo(jdbcUrl, new Properties());
            Arrays.stream(listed).forEach(each -> names.put(each.name, each.name));
            unlisted.forEach(name -> names.put(name, name));
        } catch (SQLException e) {
            names.clear();
        }
        return new DriverOptions(product, names);
    }

    /**
     * Returns the name of an option in the driver's spelling.
     *
     * @param option the name in any case
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if the driver has no such option
     */
    public String name(String option) {
        if (names.isEmpty()) {
            return option;
        }
        var name = names.get(option);
        if (name == null) {
            var near = new TreeSet<String>(names.keySet());
            near.removeIf(each -> !each.regionMatches(true, 0, option, 0, Math.min(4, option.length())));
            throw new RubedoException(ErrorCode.INVALID_URL, "The " + product + " driver has no option \"" + option
                    + "\". " + (near.isEmpty() ? "Its documentation lists the connection properties."
                            : "Similar names are " + String.join(", ", near) + "."));
        }
        return name;
    }
}
