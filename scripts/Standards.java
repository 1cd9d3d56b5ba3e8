// Asks veraPDF of each file whether it is what it states: PDF/UA-1, PDF/A-2a or both. Prints a line
// for each statement and the rules that are broken; ends with 1 where any is. Run by standards.py.

import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Standards {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean all = true;
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2); // "ua1,2a=file"
            for (String standard : parts[0].split(",")) {
                all &= holds(PDFAFlavour.byFlavourId(standard), parts[1]);
            }
        }
        System.exit(all ? 0 : 1);
    }

    private static boolean holds(PDFAFlavour standard, String file) throws Exception {
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, standard);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(standard, 1000, false, false, false)) {
            ValidationResult found = validator.validate(parser);
            List<String> told = new ArrayList<>();
            told.add((found.isCompliant() ? "holds  " : "BROKEN ") + standard.getId() + " " + file + ": "
                    + found.getValidationProfile().getRules().size() + " rules, "
                    + found.getTotalAssertions() + " checks");
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion one : found.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add("    " + one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber()
                            + " " + one.getMessage());
                }
            }
            told.addAll(broken);
            System.out.println(String.join("\n", told));
            return found.isCompliant();
        }
    }
}
