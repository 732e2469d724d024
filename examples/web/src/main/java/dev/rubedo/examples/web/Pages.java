package dev.rubedo.examples.web;

import dev.rubedo.orm.session.Page;
import java.util.List;
import java.util.stream.Collectors;

/** The HTML of the application. All text from users is escaped. Stateless. */
final class Pages {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 15%, transparent);
              --accent: light-dark(#a3341f, #f08a70) }
            * { box-sizing: border-box }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: light-dark(#f7f5f2, #1b1a19) }
            header { padding: .8rem 1.2rem; border-bottom: 3px solid var(--accent); background: light-dark(#fff, #262422) }
            main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.2rem 3rem }
            h1 { font-size: 1.7rem; margin: .6rem 0 1rem } h2 { font-size: 1.1rem; margin: 0 0 .6rem }
            a { color: var(--accent) } header a { font-weight: 600; text-decoration: none }
            section, table { background: light-dark(#fff, #262422); border: 1px solid var(--line); border-radius: .5rem }
            section { padding: 1rem 1.2rem; margin-top: 1.2rem }
            table { border-collapse: separate; border-spacing: 0; width: 100%; overflow: hidden }
            th, td { text-align: left; padding: .5rem .9rem } tbody td { border-top: 1px solid var(--line) }
            th { font-size: .85rem; opacity: .7 } .number { text-align: right; font-variant-numeric: tabular-nums }
            form { display: flex; flex-wrap: wrap; gap: .7rem; align-items: end } form + form { margin-top: .8rem }
            label { flex: 1 1 14rem; font-size: .85rem } label:has(textarea) { flex-basis: 100% }
            .search { margin-bottom: 1rem }
            input, textarea { display: block; width: 100%; font: inherit; padding: .45rem .6rem; border-radius: .35rem;
              border: 1px solid var(--line); background: light-dark(#fff, #1b1a19); color: inherit }
            .search input { flex: 1; width: auto }
            button { font: inherit; font-weight: 600; padding: .45rem 1rem; border: 0; border-radius: .35rem;
              background: var(--accent); color: light-dark(#fff, #1b1a19); cursor: pointer }
            button.danger { background: none; color: var(--accent); border: 1px solid var(--accent) }
            ul { margin: 0; padding: 0; list-style: none } li { padding: .4rem 0 } li + li { border-top: 1px solid var(--line) }
            li p { margin: .2rem 0 0 } li span, .none, .pages { opacity: .7 }
            """;

    private Pages() {}

    static String list(Page<User> users, String text, List<Crud.Headline> headlines) {
        String rows = users.items().stream().map(user -> """
                <tr><td><a href="/users/%d">%s</a></td><td>%s</td><td class="number">%d</td></tr>
                """.formatted(user.id(), escaped(user.name()), escaped(user.email()), user.posts().size()))
                .collect(Collectors.joining());
        String news = headlines.stream().map(one -> "<li>%s <span>by %s</span></li>\n".formatted(escaped(one.title()),
                escaped(one.author()))).collect(Collectors.joining());
        return page("Users", """
                <form class="search" role="search" action="/"><input name="q" type="search" value="%s"
                aria-label="Search" placeholder="Name or e-mail"><button>Search</button></form>
                <table><thead><tr><th>Name</th><th>E-mail</th><th class="number">Posts</th></tr></thead>
                <tbody>
                %s</tbody></table>
                <p class="pages">%d users. %s %s</p>
                <section><h2>New user</h2>
                <form method="post" action="/users"><label>Name <input name="name" required maxlength="100"></label>
                <label>E-mail <input name="email" type="email" required maxlength="200"></label>
                <button>Create</button></form></section>
                <section><h2>News</h2>
                <ul>
                %s</ul></section>
                """.formatted(escaped(text), rows, users.total(),
                users.hasPrevious() ? link(text, users.index() - 1, "Back") : "",
                users.hasNext() ? link(text, users.index() + 1, "More") : "",
                news.isEmpty() ? "<li class=\"none\">Nobody has written anything yet.</li>" : news));
    }

    private static String link(String text, long page, String label) {
        return "<a href=\"/?q=%s&amp;page=%d\">%s</a>".formatted(
                java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8), page, label);
    }

    static String user(User user) {
        String posts = user.posts().stream().map(post -> "<li><b>%s</b><p>%s</p></li>\n".formatted(
                escaped(post.title()), escaped(post.content()))).collect(Collectors.joining());
        return page(user.name(), """
                <section><form method="post" action="/users/%1$d"><input type="hidden" name="version" value="%2$d">
                <label>Name <input name="name" required maxlength="100" value="%3$s"></label>
                <label>E-mail <input name="email" type="email" required maxlength="200" value="%4$s"></label>
                <button>Save</button></form>
                <form method="post" action="/users/%1$d/delete"><button class="danger">Delete user</button></form></section>
                <section><h2>Posts</h2>
                <ul>
                %5$s</ul></section>
                <section><h2>New post</h2>
                <form method="post" action="/users/%1$d/posts">
                <label>Title <input name="title" required maxlength="200"></label>
                <label>Text <textarea name="content" rows="4" required></textarea></label>
                <button>Publish</button></form></section>
                """.formatted(user.id(), user.version(), escaped(user.name()), escaped(user.email()),
                posts.isEmpty() ? "<li class=\"none\">No posts yet.</li>" : posts));
    }

    static String problem(String text) {
        return page("Not done", "<p>" + escaped(text) + "</p>");
    }

    private static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title>
                <style>%3$s</style>
                </head><body><header><a href="/">All users</a></header><main><h1>%1$s</h1>
                %2$s</main></body></html>
                """.formatted(escaped(title), content, STYLE);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
