package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.aliased;
import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.text;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.orm.query.SelectedItem;
import dev.rubedo.orm.shop.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What programs can find out of the results of statements that others wrote. */
class SelectedItemTest {

    private record Named(String name, Integer age) {}

    @Test
    void eachItemHasANameATypeAndAnEntity() {
        var other = aliased(USER);
        List<SelectedItem> items = SelectedItem.of(select(USER, other, ADDRESS.email,
                count(ADDRESS.id).as("n"), other.name.as("who"), USER.age.plus(1),
                into(Named::new, USER.name, USER.age)));

        assertThat(items).extracting(SelectedItem::name).containsExactly("User", "User", "email", "n", "who", "", "");
        assertThat(items.subList(0, 5)).extracting(SelectedItem::type).containsExactly((Class) User.class, User.class,
                String.class, Long.class, String.class);
        assertThat(items).extracting(SelectedItem::entity).containsExactly(USER, other, ADDRESS, null, other, null,
                null);
        assertThat(items).extracting(SelectedItem::isAliased).containsExactly(false, true, false, false, true, false,
                false);
        assertThat(items.get(2).item()).isEqualTo(ADDRESS.email);
    }

    @Test
    void whatChangesReturnHasItemsToo() {
        assertThat(SelectedItem.of(insertInto(USER).values(USER.name, "ann").returning(USER))).hasSize(1)
                .first().extracting(SelectedItem::entity).isEqualTo(USER);
        assertThat(SelectedItem.of(update(USER).set(USER.age, 1).returning(USER.id, USER.age)))
                .extracting(SelectedItem::name).containsExactly("id", "age");
        assertThat(SelectedItem.of(update(USER).set(USER.age, 1))).isEmpty();
        assertThat(SelectedItem.of(text("SELECT 1"))).isEmpty();
        assertThat(SelectedItem.of(text("SELECT * FROM users").columns(USER))).extracting(SelectedItem::type)
                .containsExactly((Class) User.class);
    }
}
