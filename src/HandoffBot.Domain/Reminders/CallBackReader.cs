using HandoffBot.Domain.Intake;

namespace HandoffBot.Domain.Reminders;

/// <summary>Reads the words of a call-back time one after another; one word it does not know spoils the whole.</summary>
internal sealed class CallBackReader
{
    private const int LongestText = 60;

    private readonly string[] words;
    private CallBackPhrase said = new();
    private int next;
    private bool ahead;

    private CallBackReader(string[] words) => this.words = words;

    /// <summary>Null when there is nothing in the text, or something that is no time.</summary>
    public static CallBackPhrase? Read(string? text)
    {
        var clean = OutsideText.Line(text, LongestText + 1);
        var reader = new CallBackReader(CallBackDigits.Apart(Latin.Of(clean)));
        return clean.Length <= LongestText && reader.ReadAll() && !reader.said.IsEmpty ? reader.said : null;
    }

    private bool ReadAll()
    {
        var known = true;
        while (known && next < words.Length)
        {
            var word = words[next++];
            known = CallBackWords.Ahead.Contains(word) ? ahead = true : ReadWord(word);
            known = known || CallBackWords.Fillers.Contains(word);
        }

        return known;
    }

    private bool ReadWord(string word)
    {
        if (ahead && ReadQuantity(word))
        {
            return true;
        }

        if (CallBackWords.DaysAhead.TryGetValue(word, out var days))
        {
            return Day(said with { DaysAhead = days });
        }

        if (CallBackWords.WeekDays.TryGetValue(word, out var weekDay))
        {
            return Day(said with { WeekDay = weekDay });
        }

        if (CallBackWords.PartsOfDay.TryGetValue(word, out var part))
        {
            ahead = false;
            return Time(part.Hour, part.Minute);
        }

        return ReadMonthFirst(word) || ReadNumbers(word);
    }

    // "half an hour", "1 h 30 min", "a week"
    private bool ReadQuantity(string word)
    {
        var spelled =
            CallBackDigits.Number(word, out var number) || CallBackWords.Numbers.TryGetValue(word, out number);
        next += spelled && Peek() is "a" or "an" ? 1 : 0;
        var unit = spelled ? Peek() : word;
        number = spelled ? number : 1;
        if (unit is not null && CallBackWords.Minutes.TryGetValue(unit, out var minutes) && number < 10_000)
        {
            next += spelled ? 1 : 0;
            said = said with { Minutes = said.Minutes + (number * minutes) };
            return true;
        }

        if (unit is null || !CallBackWords.Days.TryGetValue(unit, out var days) || number % 1 != 0 || number >= 10_000)
        {
            return false;
        }

        next += spelled ? 1 : 0;
        ahead = false;
        return Day(said with { DaysAhead = (int)number * days, Counted = true });
    }

    private bool ReadMonthFirst(string word)
    {
        if (CallBackWords.Month(word) is not { } month || CallBackDigits.Clock(Peek() ?? "") is not (var day, null))
        {
            return false;
        }

        next++;
        return Day(said with { Date = (day, month, null) });
    }

    private bool ReadNumbers(string word)
    {
        if (!said.HasDay && CallBackDigits.Date(word) is { } date)
        {
            return Day(said with { Date = date });
        }

        return CallBackDigits.Clock(word) is { } clock
            && (clock.Minute is { } minute ? ReadTime(clock.Hour, minute) : ReadHour(clock.Hour));
    }

    private bool ReadHour(int number)
    {
        if (Peek() is { } month && CallBackWords.Month(month) is { } named)
        {
            next++;
            return Day(said with { Date = (number, named, null) });
        }

        // A bare number may be anything: only a day, a preposition or a mark after it makes it an hour.
        var prepared = said.HasDay || (next > 1 && CallBackWords.HourComes.Contains(words[next - 2]));
        var marked = Peek() is { } mark && CallBackWords.IsHourMark(mark);
        var first = next == 1 && next < words.Length;
        return (prepared || marked || first) && ReadTime(number, 0);
    }

    private bool ReadTime(int hour, int minute)
    {
        var mark = Peek() ?? "";
        var written = words[next - 1];
        said = said with { EitherHalf = CallBackWords.MayBeEither(hour, mark) && written[0] != '0' };
        next += CallBackWords.IsHourMark(mark) ? 1 : 0;
        return Time(CallBackWords.Hour(hour, mark), minute);
    }

    private bool Time(int hour, int minute)
    {
        var first = said.Time is null && hour < 24 && minute < 60;
        said = first ? said with { Time = new TimeOnly(hour, minute) } : said;
        return first;
    }

    private bool Day(CallBackPhrase with)
    {
        var first = !said.HasDay;
        said = with;
        return first;
    }

    private string? Peek() => next < words.Length ? words[next] : null;
}
