package dev.rubedo.backend;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of a database URL, which must not appear in any text, although drivers repeat the URL or parts of it in
 * their messages. For use by the engine.
 *
 * <p>The part of a URL between {@code user:} and its last {@code @}, and the value of each option whose name suggests a
 * secret, is masked; when in doubt, more than necessary is masked. Immutable.
 */
public final class UrlSecrets {

    private static final String STARS = "***";
    // the last two contain options of their own, possibly with a password
    private static final Pattern NAME = Pattern
            .compile("(?i).*(?:password|passwd|pwd|passphrase|secret|token).*|key|hexkey|odbc_connect|dsn");
    private static final Pattern USER = Pattern.compile("(//[^:/?]*):(.*)@");
    // without the two slashes: a typing error, or Oracle's thin:user/password@host
    private static final Pattern BARE_USER = Pattern
            .compile("^(?!(?:jdbc:)?[\\w+]*:?//)(?!jdbc:(?:sqlite|h2):)((?:jdbc:)?[\\w+]*[:/])(.*)@", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("([?&;(,])([^=&;?(),]+)=");
    private static final Pattern AFTER_SEMICOLON = Pattern.compile("(?:\\{[^}]*}|\\\\.|[^;])*", Pattern.DOTALL);
    private static final Pattern AFTER_AMPERSAND = Pattern.compile("[^&]*", Pattern.DOTALL);
    // within a sentence, a URL ends with a space or a quote
    private static final Pattern USER_IN_TEXT = Pattern.compile("(//[^:/?\\s\"]*):[^\\s\"]*@");
    private static final Pattern OPTION_IN_TEXT = Pattern
            .compile("(?i)((?:(?:password|passwd|pwd|passphrase|secret)\\w*|odbc_connect|dsn)=)[^&;\\s\"]+");

    private final String url;
    private final Set<String> values;
    private final Set<String> harmless;

    private UrlSecrets(String url, Set<String> values, Set<String> harmless) {
        this.url = url;
        this.values = values;
        this.harmless = harmless;
    }

    /** Returns the secrets of a target: those of its URL and of its properties. */
    static UrlSecrets of(String url, Map<String, String> properties) {
        var values = new LinkedHashSet<String>();
        USER.matcher(url).results().forEach(match -> add(values, match.group(2)));
        BARE_USER.matcher(url).results().forEach(match -> add(values, match.group(2)));
        options(url, (name, value) -> {
            add(values, value);
            return value;
        });
        var harmless = new LinkedHashSet<String>();
        properties.forEach((name, value) -> {
            if (isSecret(name)) {
                add(values, value);
            } else {
                harmless.add(value);
            }
        });
        return new UrlSecrets(url, values, harmless);
    }

    /** Returns the secrets of an unknown URL, which are recognized only by the usual form of URLs. */
    public static UrlSecrets ofUnknownUrl() {
        return new UrlSecrets("", Set.of(), Set.of());
    }

    private static void add(Set<String> values, String value) {
        values.add(value);
        try {
            values.add(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // not encoded
        }
        values.remove("");
    }

    /** Returns whether an option with this name is a secret. */
    static boolean isSecret(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns a URL with its secrets masked. */
    static String masked(String url) {
        String withoutUser = BARE_USER.matcher(USER.matcher(url).replaceAll("$1:" + STARS + "@"))
                .replaceAll("$1" + STARS + "@");
        return options(withoutUser, (name, value) -> STARS);
    }

    /** Returns the displayable value of an option. */
    static String masked(String name, String value) {
        return isSecret(name) ? STARS : value;
    }

    /** Applies a function to the value of each secret option. */
    private static String options(String url, BinaryOperator<String> change) {
        var changed = new StringBuilder();
        Matcher option = OPTION.matcher(url);
        int done = 0;
        while (option.find(done)) {
            int start = option.end();
            changed.append(url, done, start);
            done = start;
            if (isSecret(option.group(2))) {
                var rest = option.group(1).equals(";") ? AFTER_SEMICOLON : AFTER_AMPERSAND;
                Matcher value = rest.matcher(url).region(start, url.length());
                if (value.lookingAt()) {
                    changed.append(change.apply(option.group(2), value.group()));
                    done = value.end();
                }
            }
        }
        return changed.append(url, done, url.length()).toString();
    }

    /** Returns a text without these secrets. */
    public String redacted(String text) {
        String shown = url.isEmpty() ? text : text.replace(url, masked(url));
        for (String value : values) {
            shown = without(shown, value);
        }
        return OPTION_IN_TEXT.matcher(USER_IN_TEXT.matcher(shown).replaceAll("$1:" + STARS + "@"))
                .replaceAll("$1" + STARS);
    }

    /** A password that is also an ordinary word, such as the user name, is masked only where passwords appear. */
    private String without(String text, String value) {
        if (value.equals(STARS) || !text.contains(value)) {
            return text;
        }
        if (value.length() > 2 && !harmless.contains(value) && !STARS.contains(value)) {
            return text.replace(value, STARS);
        }
        String quoted = Pattern.quote(value);
        return text.replaceAll("(?<=[:=])" + quoted + "(?=[@&;\\s\"]|$)|(?<=[:\\s])" + quoted + "(?=@)", STARS);
    }

    /**
     * Returns an exception without these secrets: itself if it contains none, otherwise a copy with its SQLSTATE,
     * vendor code and stack trace.
     */
    public SQLException redacted(SQLException failure) {
        return isSafe(failure) ? failure : (SQLException) copy(failure);
    }

    /** Returns an unchecked exception of a driver without these secrets. */
    public RuntimeException redacted(RuntimeException failure) {
        return isSafe(failure) ? failure : (RuntimeException) copy(failure);
    }

    private boolean isSafe(@Nullable Throwable failure) {
        if (failure == null) {
            return true;
        }
        String message = failure.getMessage();
        if (message != null && !redacted(message).equals(message)) {
            return false;
        }
        for (var suppressed : failure.getSuppressed()) {
            if (!isSafe(suppressed)) {
                return false;
            }
        }
        return isSafe(failure.getCause()) && (!(failure instanceof SQLException sql) || isSafe(sql.getNextException()));
    }

    private Throwable copy(Throwable failure) {
        String message = redacted(String.valueOf(failure.getMessage()));
        Throwable cause = failure.getCause() == null ? null : copy(failure.getCause());
        Throwable copy = switch (failure) {
            case SQLException sql -> new SQLException(message, sql.getSQLState(), sql.getErrorCode(), cause);
            case RuntimeException e -> new IllegalArgumentException(named(e, message), cause);
            case Throwable e -> new Exception(named(e, message), cause);
        };
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static String named(Throwable failure, String message) {
        return String.format(Locale.ROOT, "%s: %s", failure.getClass().getName(), message);
    }

    /** Returns a constant text that reveals nothing. */
    @Override
    public String toString() {
        return "UrlSecrets[" + STARS + "]";
    }
}
