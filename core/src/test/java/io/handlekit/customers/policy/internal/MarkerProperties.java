package io.handlekit.customers.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.policy.CreateOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Promises of markers for any template, any references and any comments. */
class MarkerProperties {
    @Property
    void a_reference_is_found_whole_and_alone_in_any_comments(
            @ForAll("markers") Marker marker,
            @ForAll("references") String reference,
            @ForAll("comments") String comments) {
        assertThat(marker.in(marker.into(comments, reference))).containsExactly(reference);
    }

    @Property
    void removing_the_marker_restores_the_comments(
            @ForAll("markers") Marker marker,
            @ForAll("references") String reference,
            @ForAll("comments") String comments) {
        String bare = marker.without(comments);

        assertThat(marker.in(bare)).isEmpty();
        assertThat(marker.without(marker.into(bare, reference))).isEqualTo(bare);
    }

    @Property
    void comments_without_a_marker_stay_exactly_the_same(@ForAll("markers") Marker marker, @ForAll String comments) {
        assertThat(marker.without(comments)).isEqualTo(comments);
        assertThat(marker.kept(comments, "new")).isEqualTo("new");
    }

    @Property
    void new_comments_keep_their_own_markers_and_those_of_the_old_ones(
            @ForAll("markers") Marker marker, @ForAll("comments") String old, @ForAll("comments") String next) {
        String kept = marker.kept(old, next);

        List<String> expected = new ArrayList<>(marker.in(old));
        expected.addAll(marker.in(next));
        assertThat(marker.in(kept)).isEqualTo(Set.copyOf(expected));
        assertThat(kept).endsWith(next);
        assertThat(marker.without(kept)).isEqualTo(marker.without(next));
    }

    @Property
    void a_marker_is_found_between_other_text_and_windows_line_breaks(
            @ForAll("references") String reference, @ForAll String before, @ForAll String after) {
        Marker marker = Marker.fromTemplate(CreateOnce.DEFAULT_MARKER);
        String comments = before + "\r\n" + marker.textOf(reference) + "\r\n" + after;

        assertThat(marker.in(comments)).containsExactly(reference);
        assertThat(marker.without(comments)).isEqualTo(before + "\r\n" + after);
    }

    @Example
    void a_marker_is_found_after_a_part_of_its_own_beginning() {
        assertThat(Marker.fromTemplate("[[{reference}]]").in("[[[11]]")).containsExactly("11");
        assertThat(Marker.fromTemplate(CreateOnce.DEFAULT_MARKER).in("[handlekit-ref: [handlekit-ref: 11]"))
                .containsExactly("11");
    }

    @Example
    void the_longest_reference_is_found_and_a_longer_text_is_not() {
        String longest = "x".repeat(ReferenceText.MAX_LENGTH);
        Marker marker = Marker.fromTemplate("({reference})");

        assertThat(marker.in("(" + longest + ")")).containsExactly(longest);
        assertThat(marker.in("(" + longest + "x)")).isEmpty();
    }

    @Provide
    Arbitrary<Marker> markers() {
        return Arbitraries.of(
                        CreateOnce.DEFAULT_MARKER,
                        "({reference})",
                        "[[{reference}]]",
                        "Bill no. {reference};",
                        "]{reference}[")
                .map(Marker::fromTemplate);
    }

    @Provide
    Arbitrary<String> references() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withCharRange('A', 'Z')
                        .withCharRange('0', '9')
                        .withChars("-_.:/@+#=")
                        .ofMinLength(1)
                        .ofMaxLength(ReferenceText.MAX_LENGTH),
                Arbitraries.of("handlekit-ref:", "1", "11", "reference"));
    }

    /** Any text, and parts of markers in any order. */
    @Provide
    Arbitrary<String> comments() {
        Arbitrary<String> pieces = Arbitraries.of(
                "[handlekit-ref: ",
                "[handlekit-ref:",
                "]",
                "[",
                "11",
                "1",
                "\n",
                "\r\n",
                " ",
                "(",
                ")",
                "[[",
                "]]",
                "Bill no. ",
                ";",
                "[handlekit-ref: 1]",
                "(1)",
                "[[11]]",
                "Bill no. 1;",
                "]1[",
                "x".repeat(101));
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                pieces.list().ofMaxSize(9).map(list -> String.join("", list)));
    }
}
