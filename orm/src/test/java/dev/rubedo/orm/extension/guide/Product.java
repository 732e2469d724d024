package dev.rubedo.orm.extension.guide;

import static dev.rubedo.sql.JsonFunctions.jsonValue;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Json;
import dev.rubedo.sql.Expression;
import dev.rubedo.type.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product with properties in a document. Confined to one thread at a time. */
@Entity(table = "products")
public class Product extends ProductBase {
    interface Mapped {
        @Id
        Long id();

        @Json
        Map<String, String> facts();

        byte[] photo();
    }

    Product() {}

    Product(Map<String, String> facts, byte... photo) {
        facts(facts).photo(photo);
    }

    /** The entry "color" of the facts. */
    @Hybrid
    public @Nullable String color() {
        return facts().get("color");
    }

    @Hybrid
    static Expression<@Nullable String> color(Product_ product) {
        return jsonValue(product.facts, Types.TEXT, "color");
    }

    public void color(String value) {
        facts().put("color", value);
    }
}
