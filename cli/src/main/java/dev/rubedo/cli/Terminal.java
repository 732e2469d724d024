package dev.rubedo.cli;

import java.util.Optional;

/** Asks the user questions at a terminal. Stateless. */
final class Terminal {
    private Terminal() {}

    /** Returns the answer to a question; empty if no user can answer, as in a build. */
    static Optional<String> ask(String question) {
        var console = System.console();
        return console == null || System.getenv("CI") != null ? Optional.empty()
                : Optional.ofNullable(console.readLine("%s", question));
    }
}
