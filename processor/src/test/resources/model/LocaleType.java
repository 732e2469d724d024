package blog;

import dev.rubedo.type.CustomType;
import java.util.Locale;

/** A type of our own. */
final class LocaleType implements CustomType<Locale, String> {
}
