package dev.rubedo.examples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rubedo.engine.Engine;
import dev.rubedo.testing.DatabaseTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a browser, where one is installed. */
class BrowserTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path folder;

    @DatabaseTest(only = "h2")
    void usersAreListedEditedAndSearched(Engine engine) throws Exception {
        var program = Chromium.installed();
        assumeTrue(program.isPresent(), "no Chromium is installed: apt-get install chromium");
        try (var web = new Web(new Database(engine))) {
            String root = "http://127.0.0.1:" + web.start(0);
            try (var browser = new Chromium(program.orElseThrow(), folder)) {
                browser.follow("location.href = '" + root + "/'");
                create(browser, "Ada <i>Lovelace</i>", "ada@example.com");
                assertThat(browser.evaluate("document.querySelector('h1').innerText")).isEqualTo("Ada <i>Lovelace</i>");

                set(browser, "[name=title]", "Notes");
                set(browser, "[name=content]", "On the engine");
                browser.follow("document.querySelector('form[action$=posts] button').click()");
                assertThat(browser.text()).contains("Notes", "On the engine");

                set(browser, "[name=name]", "Ada King");
                browser.follow("document.querySelector('[name=version]').form.querySelector('button').click()");
                assertThat(browser.evaluate("document.querySelector('h1').innerText")).isEqualTo("Ada King");

                browser.follow("document.querySelector('header a').click()");
                create(browser, "Grace Hopper", "grace@example.com");
                browser.follow("document.querySelector('header a').click()");
                assertThat(browser.text()).contains("2 users.", "Grace Hopper", "Notes by Ada King");
                shoot(browser, "web-list");

                set(browser, "[name=q]", "king");
                browser.follow("document.querySelector('.search button').click()");
                assertThat(browser.text()).contains("1 users.", "ada@example.com").doesNotContain("grace@example.com");
                browser.follow("document.querySelector('tbody a').click()");
                shoot(browser, "web-user");
            }
        }
    }

    private static void create(Chromium browser, String name, String email) throws InterruptedException {
        set(browser, "[name=name]", name);
        set(browser, "[name=email]", email);
        browser.follow("document.querySelector('form[action=\"/users\"] button').click()");
    }

    private static void set(Chromium browser, String field, String value) throws InterruptedException {
        browser.evaluate("document.querySelector('" + field + "').value = '" + value + "'");
    }

    /** Keeps a picture of the page if {@code -Drubedo.screenshots=folder} is given. */
    private static void shoot(Chromium browser, String name) throws Exception {
        String target = System.getProperty("rubedo.screenshots");
        if (target != null) {
            browser.screenshot(Path.of(target, name + ".png"));
        }
    }
}
