package dev.rubedo.orm.extension.guide;

import java.util.Locale;

/** A word that is equal to others without regard to case. Immutable. */
record Word(String text) {

    boolean eq(String other) {
        return text.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
