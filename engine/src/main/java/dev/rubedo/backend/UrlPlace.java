package dev.rubedo.backend;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A description of the database that a URL names, without secrets. Stateless. */
final class UrlPlace {

    private static final Pattern JDBC = Pattern
            .compile("(?i)jdbc:\\w+:(?:\\w+:)?//(?:[^/@]*@)?(?<hosts>[^/?;]*)(?:/(?<database>[^?;]*))?(?<options>.*)");
    private static final Pattern USER = Pattern.compile("(?i)[?&;]user=(?<user>[^&;]*)");

    private UrlPlace() {}

    static String of(DatabaseUrl.Parts parts) {
        String hosts = parts.hosts().stream().map(DatabaseUrl.Host::toString).collect(Collectors.joining(","));
        return describe(parts.database(), hosts, parts.user(), parts.backend());
    }

    static String ofJdbc(String url, @Nullable String user) {
        var form = JDBC.matcher(url);
        if (!form.matches()) {
            return "\"" + DatabaseUrl.masked(url) + "\"" + (user == null ? "" : " as user \"" + user + "\"");
        }
        var named = USER.matcher(form.group("options"));
        String name = user == null && named.find() ? named.group("user") : user;
        String database = form.group("database");
        return describe(database == null ? "" : database, form.group("hosts"), name,
                url.substring("jdbc:".length(), url.indexOf(':', "jdbc:".length())));
    }

    private static String describe(String database, String hosts, @Nullable String user, String backend) {
        String shown = DatabaseUrl.masked(database);
        return (shown.isEmpty() ? "the default database" : "database \"" + shown + "\"")
                + (hosts.isEmpty() ? " (" + backend + ")" : " at " + hosts)
                + (user == null || user.isEmpty() ? "" : " as user \"" + user + "\"");
    }
}
