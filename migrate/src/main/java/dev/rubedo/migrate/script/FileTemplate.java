package dev.rubedo.migrate.script;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.text.Normalizer;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The template for names of files of revisions, with {@code {rev}}, {@code {slug}}, {@code {year}}, {@code {month}},
 * {@code {day}}, {@code {hour}}, {@code {minute}}, {@code {second}} and {@code {epoch}}; the template may contain
 * directories. Immutable.
 */
final class FileTemplate {
    private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)}");

    private final String template;
    private final int slugLength;

    FileTemplate(String template, int slugLength) {
        this.template = template;
        this.slugLength = slugLength;
    }

    /** Returns the name of a file without its extension; its last part is also the name of the class. */
    String name(String id, String message, ZonedDateTime created) {
        var name = TOKEN.matcher(template).replaceAll(match -> switch (match.group(1)) {
            case "rev" -> id;
            case "slug" -> slug(message);
            case "year" -> String.format(Locale.ROOT, "%04d", created.getYear());
            case "month" -> two(created.getMonthValue());
            case "day" -> two(created.getDayOfMonth());
            case "hour" -> two(created.getHour());
            case "minute" -> two(created.getMinute());
            case "second" -> two(created.getSecond());
            case "epoch" -> String.valueOf(created.toEpochSecond());
            default -> throw new MigrationException(ErrorCode.CONFIGURATION, "The file template \"" + template
                    + "\" contains the unknown token {" + match.group(1)
                    + "}. Use rev, slug, year, month, day, hour, minute, second and epoch.", null);
        });
        name = name.replaceAll("_+$", "");
        var simple = name.substring(name.lastIndexOf('/') + 1);
        if (!simple.matches("[A-Za-z_]\\w*")) {
            throw new MigrationException(ErrorCode.CONFIGURATION,
                    "The file template \"" + template + "\" produces \"" + simple
                            + "\", which is not a valid Java class name. Start it with a letter, such as R.",
                    null);
        }
        return name;
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private String slug(String message) {
        var plain = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        if (plain.length() <= slugLength) {
            return plain;
        }
        int cut = plain.lastIndexOf('_', slugLength);
        return cut > 0 ? plain.substring(0, cut) : plain.substring(0, slugLength);
    }
}
