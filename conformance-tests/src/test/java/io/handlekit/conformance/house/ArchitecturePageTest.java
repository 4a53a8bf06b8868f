package io.handlekit.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the picture in docs/architecture.md has every package of the artifacts. */
class ArchitecturePageTest {
    @ParameterizedTest
    @EnumSource
    void the_picture_has_every_package_of_the_artifact(Artifact artifact) throws IOException {
        String picture = section(artifact);

        assertThat(packages(artifact)).allMatch(name -> isIn(picture, name));
    }

    /** Returns the lines of the artifact: from the one that names its folder to that of the next artifact. */
    private static String section(Artifact artifact) throws IOException {
        String page = Files.readString(Path.of("../docs/architecture.md"));
        int block = page.indexOf("```\n");
        String picture = page.substring(block, page.indexOf("\n```", block + 1));
        int start = picture.indexOf(artifact.folder());
        int end = Stream.of(Artifact.values())
                .mapToInt(other -> picture.indexOf(other.folder()))
                .filter(next -> next > start)
                .min()
                .orElse(picture.length());
        return picture.substring(start, end);
    }

    /** Returns the packages below the first one of the artifact, without its name. */
    private static List<String> packages(Artifact artifact) throws IOException {
        Path first = Path.of("..")
                .resolve(artifact.folder())
                .resolve("src/main/java")
                .resolve(artifact.firstPackage().replace('.', '/'));
        try (Stream<Path> files = Files.walk(first)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> first.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    private static boolean isIn(String picture, String name) {
        Pattern word = Pattern.compile("(?<![a-z.])" + Pattern.quote(name) + "(?![a-z.])");
        boolean isMeant = name.startsWith("internal.") && picture.contains("internal.*");
        return isMeant || word.matcher(picture).find();
    }
}
