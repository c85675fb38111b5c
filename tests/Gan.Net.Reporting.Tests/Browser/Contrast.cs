using System.Text.Json;
using Microsoft.Playwright;

namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>
/// Measures the contrast of a page's visible texts against their ground as WCAG 2.1 does (success criterion 1.4.3): 4.5, or 3 for large
/// text, which begins at 24 pixels, bold at 18.66.
/// </summary>
internal static class Contrast
{
    private const string Script = """
        (() => {
          const parts = colour => { const c = colour.match(/[\d.]+/g).map(Number); return [c[0], c[1], c[2], c[3] ?? 1]; };
          const over = (top, under, alpha) => top.slice(0, 3).map((v, i) => v * alpha + under[i] * (1 - alpha));
          const luminance = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const chain = element => element ? [...chain(element.parentElement), element] : [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), weak = [];
          let texts = 0;
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
            if (!text || element.closest('script, style') || !element.checkVisibility({ visibilityProperty: true })) continue;
            texts++;
            const style = getComputedStyle(element);
            let ground = [255, 255, 255], alpha = 1;
            for (const e of chain(element)) {
              const own = parts(getComputedStyle(e).backgroundColor);
              ground = over(own, ground, own[3]);
              alpha *= Number(getComputedStyle(e).opacity);
            }
            const ink = parts(element.closest('svg') ? style.fill : style.color);
            const [a, b] = [luminance(over(ink, ground, ink[3] * alpha)), luminance(ground)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05), size = parseFloat(style.fontSize);
            if (ratio < (size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5)) weak.push(text.slice(0, 40) + ' ' + ratio.toFixed(2));
          }
          return { texts, weak };
        })()
        """;

    public static async Task<(int Texts, string[] Weak)> Check(IPage page)
    {
        var answer = (await page.EvaluateAsync(Script))!.Value;
        return (answer.GetProperty("texts").GetInt32(), answer.GetProperty("weak").Deserialize<string[]>()!);
    }
}
