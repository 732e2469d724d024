package dev.rubedo.examples.web;

import dev.rubedo.orm.session.Page;
import java.util.List;
import java.util.stream.Collectors;

/** The HTML of the application. Every text of a user is escaped. Stateless. */
final class Pages {

    private Pages() {}

    static String list(Page<User> users, String text, List<Crud.Headline> headlines) {
        String rows = users.items().stream().map(user -> """
                <tr><td><a href="/users/%d">%s</a></td><td>%s</td><td>%d</td></tr>
                """.formatted(user.id(), escaped(user.name()), escaped(user.email()), user.posts().size()))
                .collect(Collectors.joining());
        String news = headlines.stream().map(one -> "<li>%s, by %s</li>\n".formatted(escaped(one.title()),
                escaped(one.author()))).collect(Collectors.joining());
        return page("Users", """
                <form action="/"><input name="q" value="%s" placeholder="Name or e-mail">
                <button>Search</button></form>
                <table><tr><th>Name</th><th>E-mail</th><th>Posts</th></tr>
                %s</table>
                <p>%d users. %s %s</p>
                <h2>New user</h2>
                <form method="post" action="/users"><input name="name" placeholder="Name">
                <input name="email" placeholder="E-mail"><button>Create</button></form>
                <h2>News</h2>
                <ul>
                %s</ul>
                """.formatted(escaped(text), rows, users.total(),
                users.hasPrevious() ? link(text, users.index() - 1, "Back") : "",
                users.hasNext() ? link(text, users.index() + 1, "More") : "", news));
    }

    private static String link(String text, long page, String label) {
        return "<a href=\"/?q=%s&amp;page=%d\">%s</a>".formatted(
                java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8), page, label);
    }

    static String user(User user) {
        String posts = user.posts().stream().map(post -> "<li><b>%s</b> %s</li>\n".formatted(escaped(post.title()),
                escaped(post.content()))).collect(Collectors.joining());
        return page(user.name(), """
                <form method="post" action="/users/%1$d"><input type="hidden" name="version" value="%2$d">
                <input name="name" value="%3$s"><input name="email" value="%4$s"><button>Save</button></form>
                <form method="post" action="/users/%1$d/delete"><button>Delete</button></form>
                <h2>Posts</h2>
                <ul>
                %5$s</ul>
                <form method="post" action="/users/%1$d/posts"><input name="title" placeholder="Title">
                <textarea name="content"></textarea><button>Publish</button></form>
                """.formatted(user.id(), user.version(), escaped(user.name()), escaped(user.email()), posts));
    }

    static String problem(String text) {
        return page("Not done", "<p>" + escaped(text) + "</p>");
    }

    private static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title>
                <style>body { font-family: sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
                table { border-collapse: collapse; width: 100%% } td, th { text-align: left; padding: .3rem }
                input, textarea, button { font: inherit; margin: .2rem 0 }</style>
                </head><body><p><a href="/">All users</a></p><h1>%1$s</h1>
                %2$s</body></html>
                """.formatted(escaped(title), content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
