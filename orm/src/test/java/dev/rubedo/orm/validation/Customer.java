package dev.rubedo.orm.validation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Validates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks its e-mail address and who is related to it. Confined to one thread at a time. */
@Entity
final class Customer extends CustomerBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String email();

        int age();

        @Relationship(backPopulates = "customer")
        List<Purchase> purchases();

        @Relationship(joinTable = "customer_label", backPopulates = "customers")
        Set<Tag> tags();
    }

    /** What the validators were told. */
    final List<String> told = new ArrayList<>();

    Customer() {}

    Customer(String email) {
        email(email);
    }

    @Validates("email")
    String checkEmail(String email) {
        if (!email.contains("@")) {
            throw new IllegalArgumentException("Invalid email address");
        }
        return email.toLowerCase(Locale.ROOT);
    }

    @Validates("age")
    static int checkAge(int age) {
        if (age < 0 || age > 150) {
            throw new IllegalArgumentException("Invalid age");
        }
        return age;
    }

    @Validates(value = "purchases", removes = true)
    void checkPurchase(Purchase purchase, boolean isRemoved) {
        if (purchase.locked()) {
            throw new IllegalArgumentException("A locked purchase stays where it is");
        }
        told.add((isRemoved ? "-" : "+") + purchase.name());
    }

    @Validates(value = "tags", backrefs = false)
    void checkTag(Tag tag) {
        told.add("tag " + tag.name());
    }
}
