package dev.rubedo.orm.mixin;

import dev.rubedo.mapping.Mixin;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Unique;
import dev.rubedo.mapping.Validates;
import java.util.Locale;

/**
 * What has an owner of some kind, and a code that is unique for each owner.
 *
 * @param <O> the kind of owner
 */
@Mixin
@Unique(name = "uq_{table}_code", on = {"ownerId", "code"})
interface Owned<O> {

    @Relationship
    O owner();

    String code();

    @Validates("code")
    static String upperCase(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
